/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static dev.lockstep.core.executor.ExecutorKind.CF_ASYNC;
import static dev.lockstep.core.executor.ExecutorKind.FIXED;
import static dev.lockstep.core.executor.ExecutorKind.FORK_JOIN_SPLIT;
import static dev.lockstep.core.executor.ExecutorKind.PARALLEL_STREAM;
import static dev.lockstep.core.executor.ExecutorKind.PROCESS_POOL;
import static dev.lockstep.core.executor.ExecutorKind.QUEUE_WORKERS;
import static dev.lockstep.core.executor.ExecutorKind.SERIAL;
import static dev.lockstep.core.executor.ExecutorKind.STRUCTURED;
import static dev.lockstep.core.executor.ExecutorKind.THREAD_PER_TASK;
import static dev.lockstep.core.executor.ExecutorKind.VIRTUAL;
import static dev.lockstep.core.executor.ExecutorKind.WORK_STEALING;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.run.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What each plan measures of the executors.
 *
 * @param series iterations of a point
 * @param heavy the same for a list that takes a good part of a second
 * @param workers worker counts, by cores
 * @param cold lists that have cold figures
 * @param coldForks fresh JVMs for each cold figure: one shot each
 * @param shots of one fork that starts worker processes, after one that is not counted
 * @param trips iterations of the round trip, and of making and closing an executor
 * @param beside kinds that have a cold figure, an opening and a round trip, too
 * @param starts whether making an executor, and starting a worker process, is measured by itself
 */
record SweepPlan(
    Plan plan,
    Series series,
    Series heavy,
    IntFunction<List<Integer>> workers,
    Set<Workload> cold,
    int coldForks,
    int shots,
    Series trips,
    Set<ExecutorKind> beside,
    boolean starts) {

  /** From here on a list takes more than a tenth of a second. */
  private static final long HEAVY_STEPS = 60_000_000;

  /**
   * One of each nature: what the night sweeps over all worker counts, and all that quick sweeps.
   */
  private static final Set<ExecutorKind> STANDARD =
      EnumSet.of(
          SERIAL,
          THREAD_PER_TASK,
          QUEUE_WORKERS,
          FIXED,
          WORK_STEALING,
          FORK_JOIN_SPLIT,
          PARALLEL_STREAM,
          CF_ASYNC,
          VIRTUAL,
          STRUCTURED,
          PROCESS_POOL);

  /** One of each way to hand over a task: what the night runs on all other lists. */
  private static final Set<ExecutorKind> TELLING =
      EnumSet.of(SERIAL, FIXED, WORK_STEALING, FORK_JOIN_SPLIT, VIRTUAL, PROCESS_POOL);

  private static final Set<Workload> REPEATED =
      EnumSet.of(Workload.GCD_X16, Workload.FACTORIZE_X16);

  private static final Set<Workload> LONG = EnumSet.of(Workload.GCD_X64, Workload.FACTORIZE_X64);

  static SweepPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new SweepPlan(
              plan,
              new Series(1, 2, 40),
              new Series(1, 1, 40),
              cores -> List.of(2),
              EnumSet.of(Workload.GCD_SEED),
              1,
              2,
              new Series(1, 2, 30),
              EnumSet.of(SERIAL, FIXED, PROCESS_POOL),
              true);
      case QUICK ->
          new SweepPlan(
              plan,
              new Series(9, 33, 3, 100),
              new Series(1, 2, 100),
              cores -> List.of(1, 2, cores, 2 * cores),
              Set.of(),
              3,
              3,
              new Series(9, 33, 3, 100),
              EnumSet.noneOf(ExecutorKind.class),
              false);
      case NIGHTLY ->
          new SweepPlan(
              plan,
              new Series(10, 15, 100),
              new Series(3, 7, 100),
              cores -> List.of(1, 2, 3, 4, 5, 8, cores, 2 * cores),
              Point.SEEDS,
              10,
              10,
              new Series(10, 15, 100),
              EnumSet.allOf(ExecutorKind.class),
              true);
      case FULL ->
          new SweepPlan(
              plan,
              new Series(50, 100, 100),
              new Series(10, 20, 100),
              cores -> List.of(1, 2, 3, 4, 5, 8, 16, 32, 64, cores, 2 * cores, 5 * cores),
              Point.SEEDS,
              20,
              20,
              new Series(20, 50, 100),
              EnumSet.allOf(ExecutorKind.class),
              true);
    };
  }

  Series series(Workload workload) {
    return workload.cost() > HEAVY_STEPS ? heavy : series;
  }

  /** Whether the plan measures a point on a machine with so many cores. */
  boolean has(Point point, int cores) {
    return switch (plan) {
      case SMOKE -> isInSmoke(point);
      case QUICK -> isInQuick(point, cores);
      case NIGHTLY -> isInNightly(point, cores);
      case FULL -> true;
    };
  }

  /** Every kind once, every lock once, one list in chunks. */
  private static boolean isInSmoke(Point point) {
    return switch (point.workload()) {
      case GCD_SEED -> point.isPlain();
      case FACTORIZE_SEED -> point.kind() == SERIAL || point.kind() == FIXED;
      case GRAIN_15 -> point.kind() == SERIAL || (point.kind() == FIXED && point.chunk() <= 4);
      default -> false;
    };
  }

  /**
   * One of each nature on one of the book's lists, the telling ones on the other, too, and the pool
   * that the book uses on more workers than cores.
   */
  private static boolean isInQuick(Point point, int cores) {
    ExecutorKind kind = point.kind();
    if (!STANDARD.contains(kind)) {
      return false;
    }
    boolean atCores = point.workers() == cores || !Point.takesCount(kind);
    if (point.lock() != GlobalLock.NONE) {
      return point.workload() == Workload.FACTORIZE_SEED
          && atCores
          && point.lock() != GlobalLock.STRIPED
          && (kind == FIXED || point.lock() == GlobalLock.FAIR_SLICE);
    }
    return switch (point.workload()) {
      case GCD_SEED -> atCores || kind == FIXED;
      case FACTORIZE_SEED ->
          atCores && EnumSet.of(SERIAL, FIXED, FORK_JOIN_SPLIT, PROCESS_POOL).contains(kind);
      default -> false;
    };
  }

  private static boolean isInNightly(Point point, int cores) {
    Workload workload = point.workload();
    boolean atCores = point.workers() == cores || !Point.takesCount(point.kind());
    if (point.lock() != GlobalLock.NONE) {
      return atCores || point.workers() == 2 * cores;
    }
    if (point.chunk() > 1) {
      return atCores && LONG.contains(workload) && TELLING.contains(point.kind());
    }
    if (Point.SEEDS.contains(workload)) {
      return atCores || STANDARD.contains(point.kind());
    }
    if (REPEATED.contains(workload)) {
      return STANDARD.contains(point.kind());
    }
    if (workload.name().startsWith("AMDAHL")) {
      return point.kind() == SERIAL || (point.kind() == FIXED && point.workers() <= cores);
    }
    return atCores && TELLING.contains(point.kind());
  }
}
