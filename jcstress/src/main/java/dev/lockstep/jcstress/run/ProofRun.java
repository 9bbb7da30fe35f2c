/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.Constructs;
import dev.lockstep.core.run.Code;
import dev.lockstep.core.run.Harness;
import dev.lockstep.core.run.Planned;
import dev.lockstep.core.run.Progress;
import dev.lockstep.core.run.RunDirectory;
import dev.lockstep.core.run.RunRequest;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
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
  private static final int ROUNDS = 4;

  private final RunRequest request;
  private final ProofPlan plan;
  private final RunDirectory directory;
  private final PrintStream out;
  private volatile IOException unkept;

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
    Files.createDirectories(directory.path().resolve(WORK));
    Matrix matrix = Matrix.probe(plan, directory.path().resolve(WORK).resolve("probe.log"));
    Map<Path, TestConfig> owed = plan(matrix);
    execute(matrix, owed);
    for (int round = 2; round <= ROUNDS && !budgetIsUsedUp(); round++) {
      Map<Path, TestConfig> more = wanting(matrix, owed, round);
      if (more.isEmpty()) {
        break;
      }
      out.printf(
          "Some tests lack samples or have not shown what they must: %d more results.%n",
          more.size());
      execute(matrix, more);
      owed.putAll(more);
    }
    publish(owed.keySet());
  }

  /**
   * Another fork, in the compiled configurations, of every test that lacks samples or has not shown
   * what it must, as happens on a busy machine.
   */
  private Map<Path, TestConfig> wanting(Matrix matrix, Map<Path, TestConfig> owed, int round) {
    Map<String, Counter<String>> seen = new TreeMap<>();
    for (Path file : owed.keySet()) {
      if (isWhole(file)) {
        for (TestResult result : Blob.read(file)) {
          seen.computeIfAbsent(result.getName(), name -> new Counter<>())
              .merge(result.getCounter());
        }
      }
    }
    Map<Path, TestConfig> more = new LinkedHashMap<>();
    for (ProofTest test : Proofs.all()) {
      Counter<String> outcomes = seen.get(test.test());
      if (outcomes == null || suffices(test, outcomes)) {
        continue;
      }
      for (TestConfig configuration : owed.values()) {
        boolean first = configuration.name.equals(test.test()) && configuration.forkId == 0;
        if (first && !Configuration.isInterpreted(configuration)) {
          more.put(file(configuration, "round" + round), matrix.again(configuration, 1000 * round));
        }
      }
    }
    return more;
  }

  private boolean suffices(ProofTest test, Counter<String> outcomes) {
    return outcomes.totalCount() >= plan.floor(test)
        && test.mustObserve().stream().allMatch(outcome -> outcomes.count(outcome) > 0);
  }

  /** Writes what is intended, and returns the file that each result will be kept in. */
  private Map<Path, TestConfig> plan(Matrix matrix) {
    Map<Path, TestConfig> owed = new LinkedHashMap<>();
    List<Planned.Proof> proofs = new ArrayList<>();
    List<Planned.NotRun> notRun = new ArrayList<>();
    for (ProofTest test : Proofs.all()) {
      List<TestConfig> configurations = matrix.configurations(test, plan);
      if (configurations.isEmpty()) {
        String why =
            "needs %d CPUs, one for each actor; this machine has %d"
                .formatted(test.actors(), matrix.cpus());
        notRun.add(new Planned.NotRun("PROOF", test.test(), test.construct(), why));
        continue;
      }
      Map<String, Integer> forks = new TreeMap<>();
      for (TestConfig configuration : configurations) {
        int count = forks.merge(Configuration.name(configuration), 1, Integer::sum);
        owed.put(file(configuration, String.valueOf(count)), configuration);
      }
      proofs.add(planned(test, forks));
    }
    directory.plan(
        Planned.Share.PROOFS,
        Planned.of(request.plan(), Constructs.all(), proofs, List.of(), notRun));
    out.printf(
        "Plan %s, proofs: %d stress tests, %d results on %d CPUs, about %s min; prices and flame"
            + " graphs follow.%n",
        request.plan().id(),
        proofs.size(),
        owed.size(),
        matrix.cpus(),
        Progress.clock(plan.time(owed.size())));
    notRun.stream()
        .collect(Collectors.groupingBy(Planned.NotRun::why, TreeMap::new, Collectors.counting()))
        .forEach((why, tests) -> out.printf("Not run: %d stress tests; each %s.%n", tests, why));
    return owed;
  }

  private Planned.Proof planned(ProofTest test, Map<String, Integer> forks) {
    return new Planned.Proof(
        test.test(),
        test.construct(),
        test.role().name(),
        test.contract().name(),
        test.contractName(),
        test.mustObserve(),
        test.twin(),
        plan.floor(test),
        test.actors(),
        forks);
  }

  private Path file(TestConfig configuration, String number) {
    String name =
        "%s-%s-%s"
            .formatted(configuration.name, Configuration.name(configuration), number)
            .replaceAll("[^A-Za-z0-9._-]+", "_");
    return directory.path().resolve(WORK).resolve(name + ".bin.gz");
  }

  /** A result that was cut short by a kill is as good as not there. */
  private static boolean isWhole(Path file) {
    return Blob.holds(file, 1);
  }

  /** In batches that fill the CPUs, so that the budget can end the run between two. */
  private void execute(Matrix matrix, Map<Path, TestConfig> owed) throws IOException {
    List<Map.Entry<Path, TestConfig>> left = new ArrayList<>(owed.entrySet());
    left.removeIf(entry -> isWhole(entry.getKey()));
    Progress progress = Progress.on(out, owed.size(), plan.time(owed.size()));
    progress.alreadyDone(owed.size() - left.size());
    while (!left.isEmpty() && !budgetIsUsedUp()) {
      int together = Math.max(1, matrix.cpus() / left.getFirst().getValue().threads);
      List<Map.Entry<Path, TestConfig>> batch = left.subList(0, Math.min(together, left.size()));
      progress.running(describe(batch.getFirst().getValue()));
      IdentityHashMap<TestConfig, Path> files = new IdentityHashMap<>();
      batch.forEach(entry -> files.put(entry.getValue(), entry.getKey()));
      TestExecutor executor =
          new TestExecutor(
              matrix.verbosity(),
              result -> keep(files.get(result.getConfig()), result, progress),
              matrix.scheduler());
      executor.runAll(List.copyOf(files.keySet()));
      if (unkept != null) {
        throw unkept;
      }
      batch.clear();
    }
    if (!left.isEmpty()) {
      progress.note(
          "The budget of %s is used up: %d results are missing; give more with -Dbudget."
              .formatted(request.budgetText(), left.size()));
    }
  }

  /** Called on a thread of jcstress's executor, which would swallow an exception. */
  private void keep(Path file, TestResult result, Progress progress) {
    try {
      Blob.write(file, result);
    } catch (IOException e) {
      unkept = e;
      return;
    }
    progress.done(
        "%s · %,d samples · %s"
            .formatted(describe(result.getConfig()), result.getTotalCount(), result.status()));
  }

  private static String describe(TestConfig configuration) {
    String name = configuration.name;
    int outer = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(outer + 1) + " · " + Configuration.name(configuration);
  }

  /** Whether the proofs have had their half of the budget; the other half is the prices'. */
  private boolean budgetIsUsedUp() {
    return request
        .budget()
        .filter(budget -> directory.spent().compareTo(budget.dividedBy(2)) > 0)
        .isPresent();
  }

  private void publish(Iterable<Path> files) throws IOException {
    List<TestResult> results = new ArrayList<>();
    for (Path file : files) {
      if (isWhole(file)) {
        results.addAll(Blob.read(file));
      }
    }
    Path blob = directory.path().resolve(BLOB);
    Blob.write(blob, results);
    directory.write(RESULTS, StressFile.of(Blob.read(blob)));
    directory.completed();
    out.printf("Proofs: %d results recorded.%n", results.size());
  }
}
