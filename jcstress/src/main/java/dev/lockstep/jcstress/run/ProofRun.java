/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.run.Code;
import dev.lockstep.core.run.Harness;
import dev.lockstep.core.run.Planned;
import dev.lockstep.core.run.Progress;
import dev.lockstep.core.run.RefusedException;
import dev.lockstep.core.run.RunDirectory;
import dev.lockstep.core.run.RunRequest;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.util.Counter;

/**
 * Runs the proofs of a plan into a run directory, every result kept as soon as it is there. Goes on
 * where a killed run stopped, configuration by configuration. Exits 0 once what happened is
 * recorded, good or bad; judging is not its business.
 */
public final class ProofRun {

  private static final String BLOB = "jcstress.bin.gz";
  private static final String RESULTS = "jcstress.json";
  private static final String WORK = "proofs";

  /** How often a test may be run to reach its floor of samples and to show what it must. */
  private static final int ROUNDS = 6;

  /** How often to bring down its bound; by far enough on a machine that is worth the wait. */
  private static final int BOUNDING_ROUNDS = 60;

  private final RunRequest request;
  private final ProofPlan plan;
  private final RunDirectory directory;
  private final PrintStream out;
  private final List<Owed> owed = new ArrayList<>();

  private ProofRun(RunRequest request, RunDirectory directory, PrintStream out) {
    this.request = request;
    this.plan = ProofPlan.of(request.plan());
    this.directory = directory;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(Harness.run(arguments, System.err, request -> run(request, System.out)));
  }

  private static void run(RunRequest request, PrintStream out) throws IOException {
    try (RunDirectory directory =
        RunDirectory.open(
            request,
            Code.current(),
            "jcstress",
            Code.digest(ProofRun.class),
            List.of(WORK, BLOB, RESULTS))) {
      new ProofRun(request, directory, out).run();
    }
  }

  private void run() throws IOException {
    if (directory.complete()) {
      out.println("Proofs: all results are recorded already.");
      return;
    }
    List<ProofTest> tests = tests();
    Path home = directory.path().resolve(WORK);
    Files.createDirectories(home);
    Matrix matrix = Matrix.probe(plan, tests.getFirst(), home.resolve("probe.log"));
    Map<String, String> unavailable = ForkJvm.unavailable(home.resolve("unavailable.txt"));
    Owing owing = new Owing(plan, matrix, tests, home, unavailable);
    announce(owing, matrix);
    execute(matrix, owing.owed());
    for (int round = 2; round <= BOUNDING_ROUNDS && !budgetIsUsedUp(); round++) {
      List<Owed> more = wanting(owing, round);
      if (more.isEmpty()) {
        break;
      }
      execute(matrix, more);
    }
    publish();
  }

  private static List<ProofTest> tests() {
    try {
      TestJar.checkList(ProofRun.class);
      List<ProofTest> tests = Proofs.all();
      TestJar.check(ProofRun.class, tests);
      return tests;
    } catch (IllegalStateException e) {
      throw new RefusedException(
          "This jar is damaged (%s): build it again with mvn clean package."
              .formatted(e.getMessage()),
          e);
    }
  }

  private void announce(Owing owing, Matrix matrix) {
    directory.plan(Planned.Share.PROOFS, owing.planned(request.plan()));
    out.printf(
        "Plan %s, proofs: %d stress tests, %d results on %d CPUs, about %s min; prices and flame"
            + " graphs follow.%n",
        request.plan().id(),
        owing.tests().size(),
        owing.owed().size(),
        matrix.cpus(),
        Progress.clock(Owed.time(owing.owed(), plan, matrix.cpus())));
    owing.notRun().stream()
        .collect(Collectors.groupingBy(Planned.NotRun::why, TreeMap::new, Collectors.counting()))
        .forEach((why, tests) -> out.printf("Not run, %d stress tests: %s.%n", tests, why));
  }

  /**
   * Another fork, in the compiled configurations, of every test that lacks samples or has not shown
   * what it must, as happens on a busy machine; and as long as there is a budget, of those whose
   * bound can still be brought down to what the plan aims at. A test that fails has said what it
   * had to say.
   */
  private List<Owed> wanting(Owing owing, int round) {
    Map<String, Counter<String>> seen = seen();
    List<ProofTest> lacking = new ArrayList<>();
    List<ProofTest> bounding = new ArrayList<>();
    for (ProofTest test : owing.tests()) {
      Counter<String> outcomes = seen.get(test.test());
      if (outcomes == null) {
        continue;
      }
      if (!suffices(test, outcomes)) {
        lacking.add(test);
      } else if (outcomes.totalCount() < plan.target(test)) {
        bounding.add(test);
      }
    }
    if (round <= ROUNDS && !lacking.isEmpty()) {
      out.printf(
          "Round %d: %d tests lack samples or have not shown what they must.%n",
          round, lacking.size());
      return again(owing, lacking, round);
    }
    if (!bounding.isEmpty()) {
      out.printf(
          "Round %d: %d tests go on towards %,d samples.%n", round, bounding.size(), plan.target());
    }
    return again(owing, bounding, round);
  }

  private List<Owed> again(Owing owing, List<ProofTest> tests, int round) {
    List<Owed> more = new ArrayList<>();
    for (Owed each : owing.owed()) {
      boolean plain = UserOption.suffix(each.configuration().jvmArgs).isEmpty();
      boolean first = each.configuration().forkId == 0;
      if (tests.contains(each.test())
          && first
          && plain
          && !Configuration.isInterpreted(each.configuration())) {
        more.add(owing.again(each, round));
      }
    }
    return more;
  }

  /** The outcomes of every test that has results, none of which broke it. */
  private Map<String, Counter<String>> seen() {
    Map<String, Counter<String>> seen = new TreeMap<>();
    Set<String> failed = new HashSet<>();
    for (Owed each : owed) {
      if (each.isKept()) {
        for (TestResult result : Blob.read(each.file())) {
          seen.computeIfAbsent(result.getName(), name -> new Counter<>())
              .merge(result.getCounter());
          if (result.status() != Status.NORMAL || !result.grading().isPassed) {
            failed.add(result.getName());
          }
        }
      }
    }
    seen.keySet().removeAll(failed);
    return seen;
  }

  private boolean suffices(ProofTest test, Counter<String> outcomes) {
    return outcomes.totalCount() >= plan.floor(test)
        && test.mustObserve().stream().allMatch(outcome -> outcomes.count(outcome) > 0);
  }

  /**
   * First the heart, alone; then the others, in as many lanes as the plan has. Lanes take batches
   * that fill the CPUs, so that the budget can end the run between two.
   */
  private void execute(Matrix matrix, List<Owed> results) throws IOException {
    boolean planned = owed.isEmpty();
    owed.addAll(results);
    List<Owed> left = new ArrayList<>(results);
    left.removeIf(Owed::isKept);
    Progress progress = Progress.on(out, results.size(), Owed.time(results, plan, matrix.cpus()));
    progress.alreadyDone(results.size() - left.size());
    Lanes lanes = new Lanes(matrix, this::budgetIsUsedUp);
    List<Owed> heart = left.stream().filter(each -> ProofPlan.isHeart(each.test())).toList();
    List<Owed> others = left.stream().filter(each -> !ProofPlan.isHeart(each.test())).toList();
    List<Owed> notBegun = new ArrayList<>();
    notBegun.addAll(lanes.run(1, heart, progress));
    notBegun.addAll(lanes.run(plan.lanes(), others, progress));
    if (!notBegun.isEmpty()) {
      progress.note(
          "The budget of %s is used up: %d %s; give more with -Dbudget."
              .formatted(
                  request.budgetText(),
                  notBegun.size(),
                  planned ? "results are missing" : "further results were not taken"));
    }
  }

  /** Whether the proofs have had their half of the budget; the other half is the prices'. */
  private boolean budgetIsUsedUp() {
    return request
        .budget()
        .filter(budget -> directory.spent().compareTo(budget.dividedBy(2)) > 0)
        .isPresent();
  }

  private void publish() throws IOException {
    List<Owed> kept = new ArrayList<>(owed);
    kept.removeIf(each -> !each.isKept());
    kept.sort(Comparator.comparingLong(each -> each.file().toFile().lastModified()));
    List<TestResult> results = new ArrayList<>();
    for (Owed each : kept) {
      results.addAll(Blob.read(each.file()));
    }
    Path blob = directory.path().resolve(BLOB);
    Blob.write(blob, results);
    directory.write(RESULTS, StressFile.of(Blob.read(blob)));
    directory.completed();
    out.printf("Proofs: %d results recorded.%n", results.size());
  }
}
