/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.util.ListStatistics;

/** What a run knows of its trials from the forks that it has; what it does not know it guesses. */
final class Known implements Affordable.Measured {

  /** What starting a JVM and JMH in it takes on the machines seen so far. */
  private static final Duration FORK = Duration.ofMillis(600);

  /** From a recording to its graphs. */
  private static final Duration MAKING = Duration.ofMillis(150);

  private static final double CONFIDENCE = 0.95;

  private final List<Trial> trials;
  private final TrialStore store;
  private final HardwarePass hardware;
  private final Set<Trial> over = new HashSet<>();

  Known(List<Trial> trials, TrialStore store, HardwarePass hardware) {
    this.hardware = hardware;
    this.trials = trials;
    this.store = store;
  }

  /** Leaves a trial with the forks that it has. */
  void takesNoMore(Trial trial) {
    over.add(trial);
  }

  @Override
  public boolean hasPrice(Trial trial) {
    return store.hasPrice(trial);
  }

  @Override
  public int forks(Trial trial) {
    return (int) store.forks(trial).stream().filter(TrialRecord.Fork::counts).count();
  }

  @Override
  public int taken(Trial trial) {
    return store.forks(trial).size();
  }

  @Override
  public boolean isOver(Trial trial) {
    return over.contains(trial) || store.failure(trial).isPresent();
  }

  /**
   * As long as the forks before it, and longer where it has to warm up longer, or as it should on a
   * machine that has taken so much longer than it should over others.
   */
  @Override
  public Duration cost(Trial trial) {
    double seconds = seconds(trial);
    Series planned = trial.series();
    Duration longer =
        Steadiness.next(planned, store.forks(trial)).duration().minus(planned.duration());
    return Duration.ofMillis(
            Math.round(1_000 * (seconds > 0 ? seconds : slowness() * guess(trial))))
        .plus(longer);
  }

  /** Of one fork, as measured; 0 if there is none. */
  private double seconds(Trial trial) {
    return store.forks(trial).stream().mapToDouble(TrialRecord.Fork::seconds).average().orElse(0);
  }

  private static double guess(Trial trial) {
    return FORK.plus(trial.series().duration()).toMillis() / 1e3;
  }

  private double slowness() {
    double taken = 0;
    double guessed = 0;
    for (Trial trial : trials) {
      double seconds = seconds(trial);
      taken += seconds;
      guessed += seconds > 0 ? guess(trial) : 0;
    }
    return guessed > 0 ? taken / guessed : 1;
  }

  /** That of its flame graph, and of the fork in which the processor counts. */
  @Override
  public Duration profile(Trial trial) {
    return hardware.owes(trial, store) ? graph(trial).plus(cost(trial)) : graph(trial);
  }

  /** What the flame graphs take of all that have a price. */
  Duration graphs() {
    return trials.stream()
        .filter(this::hasPrice)
        .map(this::graph)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Forks like those that are scored, and the making of the graph; none of a failed trial. */
  private Duration graph(Trial trial) {
    if (store.profile(trial).isPresent() || store.failure(trial).isPresent()) {
      return Duration.ZERO;
    }
    TrialRecord.Fork fork = store.forks(trial).stream().findFirst().orElse(null);
    Duration more =
        ProfilePass.series(trial.series(), fork).duration().minus(trial.series().duration());
    Duration recorded = cost(trial).plus(more).plus(MAKING);
    return recorded.multipliedBy(ProfilePass.jvms(trial));
  }

  @Override
  public double halfWidth(Trial trial) {
    ListStatistics logs =
        new ListStatistics(
            store.forks(trial).stream()
                .filter(TrialRecord.Fork::counts)
                .mapToDouble(TrialRecord.Fork::log)
                .toArray());
    return logs.getN() < 2 ? Double.POSITIVE_INFINITY : Math.expm1(logs.getMeanErrorAt(CONFIDENCE));
  }
}
