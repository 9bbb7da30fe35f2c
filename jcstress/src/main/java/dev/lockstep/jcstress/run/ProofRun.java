/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import dev.lockstep.jcstress.proof.Role;
import dev.lockstep.run.Budget;
import dev.lockstep.run.Code;
import dev.lockstep.run.Harness;
import dev.lockstep.run.Needs;
import dev.lockstep.run.Planned;
import dev.lockstep.run.Progress;
import dev.lockstep.run.RefusedException;
import dev.lockstep.run.RunDirectory;
import dev.lockstep.run.RunRequest;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
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
  private static final String FORKS = "forks.jar";
  private static final String ARCHIVE = "classes.jsa";

  /**
   * In less, not one comparison of the heart gets its price: the JVMs are looked at first, and the
   * rest is shared.
   */
  private static final Duration LEAST_TIME = Duration.ofSeconds(45);

  /** How often a test is run to gain power and to show what it must. */
  private static final int ROUNDS = 12;

  private final RunRequest request;
  private final ProofPlan plan;
  private final RunDirectory directory;
  private final PrintStream out;
  private final Budget budget;
  private final long start = System.nanoTime();
  private final List<PlannedResult> owed = new ArrayList<>();
  private int heartRounds = 1;
  private int rounds = 1;

  private ProofRun(RunRequest request, RunDirectory directory, PrintStream out) {
    this.request = request;
    this.plan = ProofPlan.of(request.plan());
    this.directory = directory;
    this.out = out;
    Needs needs = Needs.of(request.plan());
    this.budget =
        request.budget().share(needs.proofs(), needs.models() + needs.prices() + needs.rest());
  }

  public static void main(String[] arguments) {
    Harness.main(ProofRun.class, arguments, request -> run(request, System.out));
  }

  private static void run(RunRequest request, PrintStream out) throws IOException {
    refuseWithoutTime(request);
    try (RunDirectory directory =
        RunDirectory.open(
            request,
            Code.of(ProofRun.class),
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
    startForksFrom(home.resolve(FORKS), tests);
    Path archive = home.resolve(ARCHIVE);
    Map<String, String> unavailable = ForkJvm.unavailable(home.resolve("unavailable.txt"), archive);
    Matrix matrix =
        Matrix.probe(plan, tests.getFirst(), ForkJvm.arguments(archive), home.resolve("probe.log"));
    PlannedResults plannedResults = new PlannedResults(plan, matrix, tests, home, unavailable);
    announce(plannedResults, matrix);
    int notReached = firstRound(matrix, plannedResults);
    if (notReached > 0) {
      out.printf(
          "The proofs' share of the budget of %s is used up: %d results are not reached; give more"
              + " with -Dbudget.%n",
          budget, notReached);
    }
    rounds(matrix, plannedResults, false, this::timeIsUsedUp);
    rounds(matrix, plannedResults, true, budget::isUsedUp);
    publish(notReached);
  }

  /**
   * The heart, then all others until the budget ends. Twins that sleep until they are found stale
   * do so beside them: they take no CPU.
   *
   * @return how many results were not begun
   */
  private int firstRound(Matrix matrix, PlannedResults plannedResults) throws IOException {
    owed.addAll(plannedResults.owed());
    Progress progress = progress(matrix, owed);
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      List<PlannedResult> sleepers = new ArrayList<>(plannedResults.owedBySleepers());
      sleepers.removeIf(PlannedResult::isKept);
      boolean late =
          budget.left().filter(left -> left.compareTo(ProofPlan.UNTIL_STALE) < 0).isPresent();
      int notReached = execute(matrix, plannedResults.owedByTheHeart(), progress, budget::isUsedUp);
      Future<Integer> asleep =
          beside.submit(
              () -> late ? sleepers.size() : execute(matrix, sleepers, progress, budget::isUsedUp));
      rounds(matrix, plannedResults, true, budget.share(1, 1)::isUsedUp);
      for (List<PlannedResult> slice : plannedResults.owedByOthers()) {
        notReached += execute(matrix, slice, progress, budget::isUsedUp);
      }
      return notReached + Lanes.ended(asleep);
    }
  }

  /**
   * Round after round, until nothing is wanting any more; a plan without time for them has none.
   */
  private void rounds(
      Matrix matrix, PlannedResults plannedResults, boolean heartAlone, BooleanSupplier enough)
      throws IOException {
    while (!plan.time().isZero() && !enough.getAsBoolean()) {
      int round = heartAlone ? ++heartRounds : ++rounds;
      List<PlannedResult> more =
          round > ROUNDS ? List.of() : wanting(plannedResults, round, heartAlone);
      if (more.isEmpty()) {
        return;
      }
      owed.addAll(more);
      int _ = execute(matrix, more, progress(matrix, more), enough);
    }
  }

  /** Before an earlier run is put aside for nothing. */
  private static void refuseWithoutTime(RunRequest request) {
    if (request.budget().left().filter(left -> left.compareTo(LEAST_TIME) < 0).isPresent()) {
      throw new RefusedException(
          "The budget of %s is used up by the build and its tests, and nothing can be measured: give"
                  .formatted(request.budget())
              + " more with -Dbudget, or type the same command again, which builds less.");
    }
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

  /** jcstress starts its forks from what this property names. */
  private void startForksFrom(Path jar, List<ProofTest> tests) throws IOException {
    String path = System.getProperty("java.class.path");
    if (!ForkJvm.isOfJars(path) || jar.toString().contains(File.pathSeparator)) {
      return;
    }
    try {
      ForkJar.write(jar, path, tests.stream().filter(test -> plan.whyNot(test) != null).toList());
      System.setProperty("java.class.path", jar.toAbsolutePath().toString());
    } catch (IOException full) {
      // Every fork takes a little longer, and that is all.
      Files.deleteIfExists(jar);
    }
  }

  private void announce(PlannedResults plannedResults, Matrix matrix) {
    directory.plan(Planned.Share.PROOFS, plannedResults.planned(request.plan()));
    Duration needed = PlannedResult.time(plannedResults.owed(), plan, matrix.cpus());
    out.printf(
        "Plan %s, budget %s%s. Proofs: %d stress tests, %d results on %d CPUs, about %s min;"
            + " models, prices and flame graphs follow.%n",
        request.plan().id(),
        request.budget(),
        request
            .budget()
            .left()
            .map(left -> ", of which %s min are left".formatted(Progress.clock(left)))
            .orElse(""),
        plannedResults.tests().size(),
        plannedResults.owed().size(),
        matrix.cpus(),
        Progress.clock(budget.left().filter(left -> left.compareTo(needed) < 0).orElse(needed)));
    plannedResults.notRun().stream()
        .collect(Collectors.groupingBy(Planned.NotRun::why, TreeMap::new, Collectors.counting()))
        .forEach((why, tests) -> out.printf("Not run, %d stress tests: %s.%n", tests, why));
  }

  /**
   * Another fork, in the compiled configurations, of every proof that lacks power or orders, and of
   * the controls that have not shown, those that lack most first. A test that failed has said what
   * it had to say.
   *
   * @param heartAlone whether only the proofs that a verdict stands on are looked at
   */
  private List<PlannedResult> wanting(
      PlannedResults plannedResults, int round, boolean heartAlone) {
    Map<String, List<Counter<String>>> seen = seen();
    Map<String, ProofTest> planned = new TreeMap<>();
    plannedResults.tests().forEach(test -> planned.put(test.test(), test));
    Power power = new Power(seen, planned);
    Map<String, Double> lacking = new TreeMap<>();
    for (ProofTest test : plannedResults.tests()) {
      double share = power.share(test);
      boolean isAsked = heartAlone ? test.isHeart() : test.role() == Role.PROOF;
      if (isAsked && seen.containsKey(test.test()) && share < 1) {
        List<String> silent = power.silentControls(test);
        for (String each : silent.isEmpty() ? List.of(test.test()) : silent) {
          lacking.merge(each, share, Math::min);
        }
      }
    }
    lacking.keySet().removeIf(test -> ProofPlan.goesStale(planned.get(test)));
    if (!lacking.isEmpty()) {
      out.printf(
          "Round %d: %d tests lack power or have not shown what they must.%n",
          round, lacking.size());
    }
    List<PlannedResult> more = new ArrayList<>();
    for (PlannedResult each : plannedResults.owed()) {
      boolean plain = UserOption.suffix(each.configuration().jvmArgs).isEmpty();
      boolean first = each.configuration().forkId == 0;
      if (lacking.containsKey(each.test().test())
          && first
          && plain
          && !Configuration.isInterpreted(each.configuration())) {
        more.add(plannedResults.again(each, round, heartAlone));
      }
    }
    more.sort(Comparator.comparing(each -> lacking.get(each.test().test())));
    return more;
  }

  /** The outcomes of every fork of every test that has results, none of which broke it. */
  private Map<String, List<Counter<String>>> seen() {
    Map<String, List<Counter<String>>> seen = new TreeMap<>();
    Set<String> failed = new HashSet<>();
    for (PlannedResult each : owed) {
      if (each.isKept()) {
        for (TestResult result : Blob.read(each.file())) {
          seen.computeIfAbsent(result.getName(), name -> new ArrayList<>())
              .add(result.getCounter());
          if (result.status() != Status.NORMAL || !result.grading().isPassed) {
            failed.add(result.getName());
          }
        }
      }
    }
    seen.keySet().removeAll(failed);
    return seen;
  }

  private Progress progress(Matrix matrix, List<PlannedResult> results) {
    Progress progress =
        Progress.on(out, results.size(), PlannedResult.time(results, plan, matrix.cpus()));
    progress.alreadyDone((int) results.stream().filter(PlannedResult::isKept).count());
    return progress;
  }

  /**
   * First what runs side by side, controls among it, then what runs alone. Lanes take batches that
   * fill the CPUs, so that the budget can end the run between two.
   */
  private int execute(
      Matrix matrix, List<PlannedResult> results, Progress progress, BooleanSupplier enough)
      throws IOException {
    List<PlannedResult> left = new ArrayList<>(results);
    left.removeIf(PlannedResult::isKept);
    Lanes lanes = new Lanes(matrix, plan.forkLimit(), enough);
    TreeMap<Integer, List<PlannedResult>> byLanes =
        left.stream()
            .collect(
                Collectors.groupingBy(
                    each -> plan.lanes(each.test()), TreeMap::new, Collectors.toList()));
    int notBegun = 0;
    for (Map.Entry<Integer, List<PlannedResult>> each : byLanes.descendingMap().entrySet()) {
      notBegun += lanes.run(each.getKey(), each.getValue(), progress);
    }
    return notBegun;
  }

  /** Whether no further round is to begin but for the heart, without which no run passes. */
  private boolean timeIsUsedUp() {
    return budget.isUsedUp() || System.nanoTime() - start > plan.time().toNanos();
  }

  private void publish(int notReached) throws IOException {
    List<PlannedResult> kept = new ArrayList<>(owed);
    kept.removeIf(each -> !each.isKept());
    kept.sort(Comparator.comparingLong(each -> each.file().toFile().lastModified()));
    List<TestResult> results = new ArrayList<>();
    for (PlannedResult each : kept) {
      results.addAll(Blob.read(each.file()));
    }
    Path blob = directory.path().resolve(BLOB);
    Blob.write(blob, results);
    directory.write(RESULTS, StressFile.of(Blob.read(blob)));
    directory.completed(notReached);
    Files.deleteIfExists(directory.path().resolve(WORK).resolve(FORKS));
    Files.deleteIfExists(directory.path().resolve(WORK).resolve(ARCHIVE));
    out.printf("Proofs: %d results recorded.%n", results.size());
  }
}
