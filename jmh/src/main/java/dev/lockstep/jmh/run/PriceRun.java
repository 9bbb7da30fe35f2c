/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.run.Budget;
import dev.lockstep.run.Code;
import dev.lockstep.run.Harness;
import dev.lockstep.run.Needs;
import dev.lockstep.run.Planned;
import dev.lockstep.run.Progress;
import dev.lockstep.run.RunDirectory;
import dev.lockstep.run.RunRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * Measures the prices of a plan into a run directory: forks in rounds over all trials, so that a
 * drift of the machine touches all alike, and after the last score one profile fork per trial.
 *
 * <p>Goes on where a killed run stopped, fork by fork. Exits 0 once what happened is recorded, good
 * or bad; judging is not its business.
 */
public final class PriceRun {

  /** Many times what a fork of any plan with a budget takes. */
  private static final Duration LEAST_LIMIT = Duration.ofMinutes(1);

  private final RunRequest request;
  private final PricePlan plan;
  private final List<Trial> trials;
  private final List<Planned.NotRun> notRun;
  private final RunDirectory directory;
  private final TrialStore store;
  private final PrintStream out;
  private final Budget budget;
  private final Random lots;
  private final Known known;
  private final HardwarePass hardware;
  private ForkRunner forks = new ForkRunner(ForkJvm.arguments());
  private Progress progress;

  private PriceRun(RunRequest request, PricePlan plan, RunDirectory directory, PrintStream out) {
    this.request = request;
    this.plan = plan;
    Trials all = Trials.of(plan, Runtime.getRuntime().availableProcessors());
    this.trials = all.planned();
    this.hardware = HardwarePass.of(plan.hardware(), trials);
    this.notRun = Stream.concat(all.notRun().stream(), hardware.notRun(trials).stream()).toList();
    this.directory = directory;
    this.store = new TrialStore(directory);
    this.out = out;
    Needs needs = Needs.of(request.plan());
    this.budget = request.budget().share(needs.prices(), needs.rest());
    this.known = new Known(trials, store, hardware);
    this.lots = new Random(directory.info().seed());
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
    Baselines baselines = new Baselines(trials);
    directory.plan(
        Planned.Share.TRIALS,
        Planned.of(
                request.plan(),
                PlannedConstructs.all(),
                List.of(),
                trials.stream()
                    .map(trial -> trial.planned(plan.graphs(), baselines.of(trial)))
                    .toList(),
                notRun)
            .withPrices(ForkJvm.ARGUMENTS));
    if (directory.complete()) {
      out.printf("Prices: all %d trials are recorded already.%n", trials.size());
      return;
    }
    store.forgetKilled(trials);
    int steps = trials.stream().mapToInt(Trial::forks).sum() + trials.size();
    Duration needed = planned();
    Duration time = budget.left().filter(left -> left.compareTo(needed) < 0).orElse(needed);
    out.printf(
        "Prices: %d trials, %d forks and %d profiles, about %s min.%n",
        trials.size(), steps - trials.size(), trials.size(), Progress.clock(time));
    notRun.stream()
        .collect(Collectors.groupingBy(Planned.NotRun::why, TreeMap::new, Collectors.counting()))
        .forEach((why, count) -> out.printf("Not measured (%d): %s.%n", count, why));
    progress = Progress.on(out, steps, time);
    Path archive = Files.createTempDirectory("lockstep-classes").resolve("forks.jsa");
    try {
      forks = forks.withArchive(archive, trials.getFirst());
      scores();
      hardware.run(trials, store, forks, progress, this::isMoreThanGraphs);
      new ProfilePass(plan, directory, store, forks, progress).run(trials);
    } finally {
      RunDirectory.delete(archive.getParent());
    }
    store.publish(trials, request.budget().toString());
    directory.completed(0);
    long priced = trials.stream().filter(store::hasPrice).count();
    out.printf("Prices: %d of %d trials measured.%n", priced, trials.size());
  }

  /** One process of CPython, as a round has one fork of each trial, if it can be paid. */
  private void cpython(Affordable affordable) throws IOException, InterruptedException {
    Optional<CPython.Measured> before = store.cpython();
    int done = before.map(CPython.Measured::processes).orElse(0);
    if (!isWanted(before, spare(affordable))) {
      return;
    }
    CPython.Measured more =
        plan.cpython().measure(Runtime.getRuntime().availableProcessors(), done == 0);
    CPython.Measured all = done == 0 ? more : before.orElseThrow().and(more);
    directory.write(CPython.FILE, all);
    progress.note(
        all.why() == null
            ? "CPython %s · process %d of %d · %.1f s"
                .formatted(all.version(), done + 1, plan.cpython().processes(), more.seconds())
            : "CPython: " + all.why());
  }

  /** Whether the plan wants one process more, and it takes nothing from what has no price yet. */
  private boolean isWanted(Optional<CPython.Measured> before, Optional<Duration> spare) {
    int done = before.map(CPython.Measured::processes).orElse(0);
    double seconds = done == 0 ? 0 : before.orElseThrow().seconds() / done;
    boolean isMissing = before.isPresent() && done == 0;
    return !isMissing
        && done < plan.cpython().processes()
        && (spare.isEmpty() || spare.get().toMillis() > 1e3 * seconds);
  }

  /**
   * Forks in rounds over all trials, so that a drift of the machine touches all alike: first what
   * makes a price of each, then those that a disturbance spoiled, then those that decide most.
   */
  private void scores() throws IOException, InterruptedException {
    progress.alreadyDone(trials.stream().mapToInt(this::done).sum());
    Affordable affordable = new Affordable(trials, known);
    for (List<Trial> comparison : affordable.comparisons()) {
      // What a fork takes here is guessed until there is one, so each comparison is held against
      // what is left then.
      if (affordable.priced(budget.left()).contains(comparison)) {
        score(comparison.stream().filter(trial -> store.forks(trial).isEmpty()).toList());
      }
    }
    cpython(affordable);
    for (List<Trial> some = lacking(affordable); !some.isEmpty(); some = lacking(affordable)) {
      score(some);
      cpython(affordable);
    }
    for (int process = 0; process < plan.cpython().processes(); process++) {
      cpython(affordable); // those that there were no rounds for
    }
    if (store.cpython().isEmpty()) {
      directory.write(CPython.FILE, CPython.notReached(request.budget()));
    }
    int again = request.plan().isEvidence() ? Trial.LEAST_FORKS : 0;
    for (int time = 0; time < again; time++) {
      for (Trial trial : shuffled(trials)) {
        if (isSpoiled(trial) && isPaid(trial, left(affordable))) {
          score(trial);
        }
      }
    }
    Optional<List<Trial>> next = affordable.next(left(affordable), request.adaptive());
    while (next.isPresent() && !budget.isUsedUp()) {
      score(next.get());
      next = affordable.next(left(affordable), request.adaptive());
    }
    progress.alreadyDone(trials.stream().mapToInt(trial -> trial.forks() - done(trial)).sum());
    long unpaid =
        trials.stream()
            .filter(trial -> !store.hasPrice(trial) && store.failure(trial).isEmpty())
            .count();
    if (unpaid > 0) {
      progress.note(
          "The budget of %s did not pay for %d of %d trials; give more with -Dbudget."
              .formatted(request.budget(), unpaid, trials.size()));
    }
  }

  /** How many of the planned forks of a trial are there. */
  private int done(Trial trial) {
    return Math.min(trial.forks(), store.forks(trial).size());
  }

  /** Those that can still be given a price, and lack forks of it. */
  private List<Trial> lacking(Affordable affordable) {
    return affordable.priced(budget.left()).stream()
        .flatMap(List::stream)
        .filter(trial -> store.failure(trial).isEmpty() && !store.hasPrice(trial))
        .toList();
  }

  /** Whether too few of its forks were left alone and warm. */
  private boolean isSpoiled(Trial trial) {
    return store.hasPrice(trial)
        && !known.isOver(trial)
        && store.forks(trial).stream().anyMatch(fork -> !fork.isSound() && fork.counts());
  }

  private boolean isPaid(Trial trial, Optional<Duration> left) {
    return left.isEmpty() || known.cost(trial).compareTo(left.get()) <= 0;
  }

  /** What is left of the budget once all that it can give a price has one, and a flame graph. */
  private Optional<Duration> spare(Affordable affordable) {
    return budget.left().map(left -> left.minus(affordable.owed(left)));
  }

  /** What is left of the budget once all that has a price has its flame graph. */
  private Optional<Duration> left(Affordable affordable) {
    return budget.left().map(left -> left.minus(affordable.profiles()));
  }

  /** Whether more is left than the flame graphs take. */
  private boolean isMoreThanGraphs() {
    return budget.left().map(left -> left.compareTo(known.graphs()) > 0).orElse(true);
  }

  /** One more fork of each, in an order drawn by lot. */
  private void score(List<Trial> some) {
    for (Trial trial : shuffled(some)) {
      if (budget.isUsedUp()) {
        return;
      }
      score(trial);
    }
  }

  private List<Trial> shuffled(List<Trial> some) {
    List<Trial> order = new ArrayList<>(some);
    Collections.shuffle(order, lots);
    return order;
  }

  private void score(Trial trial) {
    int fork = store.nextFork(trial);
    String what = "%s · fork %d".formatted(trial.id(), fork);
    if (fork > trial.forks()) {
      progress.more(1);
    }
    progress.running(what);
    ForkRunner.Ended ended = watched(trial, fork);
    if (ended instanceof ForkRunner.Failed(TrialRecord.Failure failure, String _)
        && failure.isKilled()
        && !budget.isUsedUp()) {
      progress.note("%s · %s It is tried once more.".formatted(what, failure.message()));
      ended = watched(trial, fork);
    }
    switch (ended) {
      case ForkRunner.Measured measured -> {
        store.keep(trial, fork, measured);
        double score = measured.result().getPrimaryResult().getScore();
        String disturbed = measured.fork().disturbed();
        String warming = measured.fork().isStillWarming() ? ", still warming" : "";
        progress.done(
            "%s · %.4g %s%s%s"
                .formatted(
                    what, score, trial.unit(), warming, disturbed == null ? "" : ", " + disturbed));
      }
      case ForkRunner.Failed(TrialRecord.Failure failure, String _)
          when failure.isKilled() && store.hasPrice(trial) -> {
        known.takesNoMore(trial);
        progress.done(
            "%s · %s The forks before it are a price.".formatted(what, failure.message()));
      }
      case ForkRunner.Failed failed -> {
        store.keep(trial, failed.failure(), failed.said());
        progress.done("%s · FAILED: %s".formatted(what, failed.failure().message()));
      }
    }
  }

  /** No fork that hangs takes more than is left, nor is one given too little to be at work. */
  private Duration limit(Series series) {
    Duration limit = ForkLimit.of(series);
    Duration left = budget.left().orElse(limit);
    Duration clipped = left.compareTo(LEAST_LIMIT) < 0 ? LEAST_LIMIT : left;
    return clipped.compareTo(limit) < 0 ? clipped : limit;
  }

  /** A fork that was disturbed says so. */
  private ForkRunner.Ended watched(Trial trial, int fork) {
    Disturbance.Clock before = Disturbance.Clock.now();
    Series series = Steadiness.next(trial.series(), store.forks(trial));
    ForkRunner.Ended ended = forks.score(trial, series, fork, limit(series));
    String by = Disturbance.between(before, Disturbance.Clock.now()).words();
    return ended instanceof ForkRunner.Measured(BenchmarkResult result, TrialRecord.Fork it)
        ? new ForkRunner.Measured(result, it.disturbed(by))
        : ended;
  }

  private Duration planned() {
    Duration time = Duration.ZERO;
    for (Trial trial : trials) {
      time = time.plus(known.profile(trial)).plus(known.cost(trial).multipliedBy(trial.forks()));
    }
    return time;
  }
}
