/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Constructs;
import dev.lockstep.core.run.Code;
import dev.lockstep.core.run.Harness;
import dev.lockstep.core.run.Planned;
import dev.lockstep.core.run.Progress;
import dev.lockstep.core.run.RunDirectory;
import dev.lockstep.core.run.RunRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures the prices of a plan into a run directory: forks in rounds over all trials, so that a
 * drift of the machine touches all alike, and after the last score one profile fork per trial.
 *
 * <p>Goes on where a killed run stopped, fork by fork. Exits 0 once what happened is recorded, good
 * or bad; judging is not its business.
 */
public final class PriceRun {

  /** What starting a JVM and JMH in it takes on the machines seen so far. */
  private static final Duration FORK = Duration.ofMillis(600);

  private final RunRequest request;
  private final PricePlan plan;
  private final List<Trial> trials;
  private final List<Planned.NotRun> notRun;
  private final RunDirectory directory;
  private final TrialStore store;
  private final PrintStream out;
  private ForkRunner forks = new ForkRunner(ForkJvm.arguments());
  private Progress progress;

  private PriceRun(RunRequest request, PricePlan plan, RunDirectory directory, PrintStream out) {
    this.request = request;
    this.plan = plan;
    Trials all = Trials.of(plan, Runtime.getRuntime().availableProcessors());
    this.trials = all.planned();
    this.notRun = all.notRun();
    this.directory = directory;
    this.store = new TrialStore(directory);
    this.out = out;
  }

  public static void main(String[] arguments) {
    Harness.main(PriceRun.class, arguments, request -> run(request, System.out));
  }

  private static void run(RunRequest request, PrintStream out)
      throws IOException, InterruptedException {
    try (JmhLock _ = JmhLock.take(Path.of(System.getProperty("java.io.tmpdir")), out);
        RunDirectory directory =
            RunDirectory.open(
                request,
                Code.of(PriceRun.class),
                "jmh",
                Code.digest(PriceRun.class),
                List.of("trials", "flames", "jmh.json", CPython.FILE))) {
      new PriceRun(request, PricePlan.of(request.plan()), directory, out).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    directory.plan(
        Planned.Share.TRIALS,
        Planned.of(
                request.plan(),
                Constructs.all(),
                List.of(),
                trials.stream().map(Trial::planned).toList(),
                notRun)
            .withPrices(ForkJvm.ARGUMENTS));
    if (directory.complete()) {
      out.printf("Prices: all %d trials are recorded already.%n", trials.size());
      return;
    }
    store.forgetKilled(trials);
    int steps = trials.stream().mapToInt(Trial::forks).sum() + trials.size();
    Duration time = planned();
    out.printf(
        "Plan %s, prices: %d trials, %d forks and %d profiles, about %s min.%n",
        request.plan().id(),
        trials.size(),
        steps - trials.size(),
        trials.size(),
        Progress.clock(time));
    notRun.stream()
        .collect(Collectors.groupingBy(Planned.NotRun::why, TreeMap::new, Collectors.counting()))
        .forEach((why, count) -> out.printf("Not measured (%d): %s.%n", count, why));
    cpython();
    progress = Progress.on(out, steps, time);
    Path archive = Files.createTempDirectory("lockstep-classes").resolve("forks.jsa");
    try {
      forks = forks.withArchive(archive, trials.getFirst());
      scores();
      new ProfilePass(plan, directory, store, forks, progress).run(trials);
    } finally {
      RunDirectory.delete(archive.getParent());
    }
    store.publish(trials, request.budgetText());
    directory.completed();
    long priced = trials.stream().filter(store::hasPrice).count();
    out.printf("Prices: %d of %d trials measured.%n", priced, trials.size());
  }

  /** First of all, while the machine is as warm as it was for the proofs. */
  private void cpython() throws IOException, InterruptedException {
    if (store.cpython().isPresent()) {
      return;
    }
    CPython.Measured measured = plan.cpython().measure(Runtime.getRuntime().availableProcessors());
    directory.write(CPython.FILE, measured);
    out.println(
        measured.why() == null
            ? "CPython %s measured in %.1f s.".formatted(measured.version(), measured.seconds())
            : "CPython: " + measured.why());
  }

  /** Forks in rounds over all trials, so that a drift of the machine touches all alike. */
  private void scores() {
    Affordable affordable = new Affordable(trials, this::cost);
    int rounds = trials.stream().mapToInt(Trial::forks).max().orElse(0);
    for (int fork = 1; fork <= rounds; fork++) {
      Optional<Duration> left = fork == 1 ? Optional.empty() : left();
      int round = fork;
      List<Trial> paid =
          left.map(time -> affordable.of(round, time)).orElseGet(() -> affordable.all(round));
      for (Trial trial : paid) {
        score(trial, fork);
      }
      long planned = trials.stream().filter(trial -> trial.forks() >= round).count();
      progress.alreadyDone((int) planned - paid.size());
    }
    long unpaid =
        trials.stream()
            .filter(trial -> !store.hasPrice(trial) && store.failure(trial).isEmpty())
            .count();
    if (unpaid > 0) {
      progress.note(
          "The budget of %s did not pay for %d of %d trials; give more with -Dbudget."
              .formatted(request.budgetText(), unpaid, trials.size()));
    }
  }

  /** What one more fork of a trial takes, with its start: as long as those before, if there are. */
  private Duration cost(Trial trial) {
    double seconds =
        store.forks(trial).stream().mapToDouble(TrialRecord.Fork::seconds).average().orElse(0);
    return seconds > 0
        ? Duration.ofMillis((long) (1_000 * seconds))
        : FORK.plus(trial.series().duration());
  }

  private void score(Trial trial, int fork) {
    if (store.hasFork(trial, fork) || store.failure(trial).isPresent()) {
      progress.alreadyDone(1);
      return;
    }
    if (budgetIsUsedUp()) {
      progress.alreadyDone(1);
      return;
    }
    String what = "%s · fork %d of %d".formatted(trial.id(), fork, trial.forks());
    progress.running(what);
    ForkRunner.Ended ended = forks.score(trial, fork);
    if (ended instanceof ForkRunner.Failed(TrialRecord.Failure failure, String _)
        && failure.isKilled()) {
      progress.note("%s · %s It is tried once more.".formatted(what, failure.message()));
      ended = forks.score(trial, fork);
    }
    switch (ended) {
      case ForkRunner.Measured measured -> {
        store.keep(trial, fork, measured);
        double score = measured.result().getPrimaryResult().getScore();
        progress.done("%s · %.4g %s".formatted(what, score, trial.unit()));
      }
      case ForkRunner.Failed failed -> {
        store.keep(trial, failed.failure(), failed.said());
        progress.done("%s · FAILED: %s".formatted(what, failed.failure().message()));
      }
    }
  }

  /**
   * What is left of the budget for scores: the profiles, without which none is complete, need
   * theirs.
   */
  private Optional<Duration> left() {
    Duration profiles = FORK.plus(plan.profile().duration()).multipliedBy(trials.size());
    return request.budget().map(budget -> budget.minus(directory.spent()).minus(profiles));
  }

  private boolean budgetIsUsedUp() {
    return left().filter(Duration::isNegative).isPresent();
  }

  private Duration planned() {
    Duration time = FORK.plus(plan.profile().duration()).multipliedBy(trials.size());
    for (Trial trial : trials) {
      time = time.plus(FORK.plus(trial.series().duration()).multipliedBy(trial.forks()));
    }
    return time;
  }
}
