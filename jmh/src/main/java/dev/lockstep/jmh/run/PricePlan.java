/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.jmh.profile.Graph;
import dev.lockstep.run.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * What each plan measures: the one place that holds these numbers.
 *
 * @param forks score forks of each trial; below three there is no interval
 * @param counter iterations of the counter cost
 * @param threads thread counts of the counter cost, by cores
 * @param counters which counters have a cost
 * @param alone which counters are measured on one thread, too, beside more
 * @param shots single shots per fork of the five-sensors experiment, after as many to warm up
 * @param sensors which counters take part in it
 * @param barriers with and without start barrier
 * @param sweep what is measured of the executors
 * @param kernels what is measured of the kernels
 * @param pipelines what is measured of queues and pipelines
 * @param fanOut what is measured of requests that block
 * @param units what is measured of units and links
 * @param latencies what is measured of single operations
 * @param hardware trials of which the processor counts events, in a fork of their own
 * @param cpython processes of CPython
 * @param rounds iterations of the costs of one attempt, signal, publication and promise, and of
 *     pairs, stacks and maps; empty in a plan that leaves them out
 * @param attempts thread counts of the try-lock cost, the stacks and the maps, by cores
 * @param graphs flame graphs of every trial beside those that it has by its nature
 */
record PricePlan(
    int forks,
    Series counter,
    IntFunction<List<Integer>> threads,
    Predicate<CounterKind> counters,
    Predicate<CounterKind> alone,
    int shots,
    Predicate<CounterKind> sensors,
    Set<Boolean> barriers,
    SweepPlan sweep,
    KernelPlan kernels,
    PipelinePlan pipelines,
    FanOutPlan fanOut,
    UnitPlan units,
    LatencyPlan latencies,
    Predicate<Trial> hardware,
    CPython cpython,
    Optional<Series> rounds,
    IntFunction<List<Integer>> attempts,
    Set<Graph> graphs) {

  static PricePlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new PricePlan(
              1,
              new Series(1, 2, 30),
              cores -> List.of(2),
              kind -> true,
              kind -> true,
              2,
              kind -> kind == CounterKind.VOLATILE || kind == CounterKind.REENTRANT_LOCK,
              Set.of(true),
              SweepPlan.of(plan),
              KernelPlan.of(plan),
              PipelinePlan.of(plan),
              FanOutPlan.of(plan),
              UnitPlan.of(plan),
              LatencyPlan.of(plan),
              trial -> trial.construct() == CounterKind.ATOMIC && trial.mode().equals("avgt"),
              new CPython(1, 3),
              Optional.of(new Series(1, 2, 30)),
              cores -> List.of(1),
              Set.of());
      case QUICK ->
          new PricePlan(
              3,
              new Series(9, 33, 8, 100), // contended counters change their pace within a fork
              cores -> List.of(1, 2, cores),
              PricePlan::isTelling,
              PricePlan::isInTheBook,
              10,
              kind -> kind == CounterKind.VOLATILE || kind == CounterKind.REENTRANT_LOCK,
              Set.of(true),
              SweepPlan.of(plan),
              KernelPlan.of(plan),
              PipelinePlan.of(plan),
              FanOutPlan.of(plan),
              UnitPlan.of(plan),
              LatencyPlan.of(plan),
              trial -> false,
              new CPython(3, 0),
              Optional.empty(),
              cores -> List.of(),
              Set.of());
      case NIGHTLY ->
          new PricePlan(
              6,
              new Series(20, 20, 100),
              cores -> List.of(1, 2, 4, cores, 2 * cores),
              kind -> true,
              kind -> true,
              10,
              kind -> true,
              Set.of(true, false),
              SweepPlan.of(plan),
              KernelPlan.of(plan),
              PipelinePlan.of(plan),
              FanOutPlan.of(plan),
              UnitPlan.of(plan),
              LatencyPlan.of(plan),
              trial -> trial.mode().equals("avgt"),
              new CPython(6, 5),
              Optional.of(new Series(10, 20, 100)),
              cores -> List.of(1, 2, cores),
              Set.of(Graph.ALLOC, Graph.LOCK));
      case FULL ->
          new PricePlan(
              10,
              new Series(50, 100, 100),
              cores -> List.of(1, 2, 3, 4, 5, 8, cores, 2 * cores),
              kind -> true,
              kind -> true,
              20,
              kind -> true,
              Set.of(true, false),
              SweepPlan.of(plan),
              KernelPlan.of(plan),
              PipelinePlan.of(plan),
              FanOutPlan.of(plan),
              UnitPlan.of(plan),
              LatencyPlan.of(plan),
              trial -> trial.mode().equals("avgt"),
              new CPython(10, 10),
              Optional.of(new Series(20, 50, 100)),
              cores -> List.of(1, 2, 4, cores, 2 * cores),
              Set.of(Graph.ALLOC, Graph.LOCK));
    };
  }

  private static boolean isInTheBook(CounterKind kind) {
    return kind == CounterKind.UNLOCKED || kind == CounterKind.REENTRANT_LOCK;
  }

  /**
   * The two counters of the book, the forms in between that show why the unlocked one fails, and
   * one of each way to make it right.
   */
  private static boolean isTelling(CounterKind kind) {
    return switch (kind) {
      case REENTRANT_LOCK, SYNCHRONIZED, ATOMIC, ADDER, CONFINED -> true;
      default -> kind.guarantee() == Guarantee.RACY;
    };
  }

  /** Counts in ascending order, each once, none beyond eight times the cores. */
  static List<Integer> counts(IntFunction<List<Integer>> of, int cores) {
    return of.apply(cores).stream().distinct().sorted().filter(n -> n <= 8 * cores).toList();
  }
}
