/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.link.LinkKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.run.Plan;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * What each plan measures of single operations, where all others measure means.
 *
 * @param measures whether they are measured at all
 * @param forks score forks of each trial
 * @param kinds of which constructs
 * @param series iterations of samples; JMH takes a thousand or more in a tenth of a second and a
 *     thread, so that the night has the ten thousand that the thousandth part wants
 * @param threads thread counts of locks and counters, by cores: none alone
 * @param rates requests a second of the open loop, the same on every machine
 * @param arrivals requests of one shot of it
 * @param shots of one fork
 */
record LatencyPlan(
    boolean measures,
    int forks,
    Predicate<Construct> kinds,
    Series series,
    IntFunction<List<Integer>> threads,
    List<Integer> rates,
    int arrivals,
    Series shots) {

  /** One of each family. */
  private static final Set<Construct> FEW =
      Set.of(
          ExecutorKind.FIXED,
          LinkKind.PARK,
          LockKind.REENTRANT_LOCK,
          CounterKind.ATOMIC,
          QueueKind.CLOSABLE);

  static LatencyPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new LatencyPlan(
              true,
              1,
              FEW::contains,
              new Series(1, 2, 30),
              cores -> List.of(2),
              List.of(2_000),
              100,
              new Series(1, 2, 0));
      case QUICK ->
          new LatencyPlan(
              false,
              3,
              kind -> false,
              new Series(1, 1, 0),
              cores -> List.of(),
              List.of(),
              0,
              new Series(1, 1, 0));
      case NIGHTLY ->
          new LatencyPlan(
              true,
              3,
              kind -> true,
              new Series(5, 15, 100),
              cores -> List.of(2, cores),
              List.of(2_000, 8_000),
              2_000,
              new Series(2, 5, 0));
      case FULL ->
          new LatencyPlan(
              true,
              10,
              kind -> true,
              new Series(20, 50, 100),
              cores -> List.of(2, cores, 2 * cores),
              List.of(500, 2_000, 8_000, 32_000),
              2_000,
              new Series(5, 20, 0));
    };
  }
}
