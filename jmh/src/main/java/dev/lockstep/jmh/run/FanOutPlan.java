/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static dev.lockstep.core.executor.ExecutorKind.FIXED;
import static dev.lockstep.core.executor.ExecutorKind.QUEUE_WORKERS;
import static dev.lockstep.core.executor.ExecutorKind.SERIAL;
import static dev.lockstep.core.executor.ExecutorKind.STRUCTURED;
import static dev.lockstep.core.executor.ExecutorKind.THREAD_PER_TASK;
import static dev.lockstep.core.executor.ExecutorKind.VIRTUAL;
import static dev.lockstep.core.executor.ExecutorKind.VIRTUAL_LIMITED;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.fanout.Io;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.jmh.executor.FanOut;
import dev.lockstep.run.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What each plan measures of requests that block.
 *
 * @param forks score forks of each trial
 * @param series shots of a fork
 * @param tasks how many requests
 * @param millis latencies
 * @param workers of kinds that have a number of them, by cores
 * @param longest shots that must take longer than so many milliseconds are left out
 */
record FanOutPlan(
    Plan plan,
    int forks,
    Series series,
    List<Integer> tasks,
    List<Integer> millis,
    IntFunction<List<Integer>> workers,
    long longest) {

  /** One of each nature of waiting: a thread each, a pool, a limit. */
  private static final Set<ExecutorKind> TELLING =
      EnumSet.of(THREAD_PER_TASK, QUEUE_WORKERS, FIXED, VIRTUAL, STRUCTURED);

  /** The two ends: a pool that is chosen up front, and a thread for whatever comes. */
  private static final Set<ExecutorKind> ENDS = EnumSet.of(FIXED, VIRTUAL);

  /** The number of workers of a pool that is there for waiting, as the notes have it. */
  private static final int POOL = 16;

  /** One for which threads of the operating system are still cheap enough. */
  private static final int LARGE_POOL = 128;

  static FanOutPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new FanOutPlan(
              plan,
              1,
              new Series(1, 1, 0),
              List.of(10, FanOut.BOOK_CELLS),
              List.of(1),
              cores -> List.of(POOL),
              100);
      case QUICK ->
          new FanOutPlan(
              plan,
              3,
              new Series(2, 3, 0),
              List.of(4, 10_000),
              List.of(100),
              cores -> List.of(2),
              200);
      case NIGHTLY ->
          new FanOutPlan(
              plan,
              3,
              new Series(2, 5, 0),
              List.of(10, FanOut.BOOK_CELLS, 100, 1_000, FanOut.MANY_CELLS, 10_000),
              List.of(1, 10, 100),
              cores -> List.of(POOL, LARGE_POOL),
              900);
      case FULL ->
          new FanOutPlan(
              plan,
              10,
              new Series(5, 20, 0),
              List.of(10, FanOut.BOOK_CELLS, 100, 1_000, FanOut.MANY_CELLS, 10_000, 100_000),
              List.of(1, 10, 100),
              cores -> List.of(2, 4, POOL, 64, LARGE_POOL, 512, cores, 5 * cores),
              2_000);
    };
  }

  /** Whether the plan measures a point. */
  boolean has(Fan fan) {
    return switch (plan) {
      case SMOKE -> isInSmoke(fan);
      case QUICK ->
          fan.isPlain()
              && ((fan.kind() == VIRTUAL && fan.tasks() == 10_000)
                  || (fan.kind() == FIXED && fan.tasks() == 4));
      case NIGHTLY -> isInNightly(fan);
      case FULL -> true;
    };
  }

  /** Every way to wait, every task, a lock, and an executor of every nature. */
  private static boolean isInSmoke(Fan fan) {
    if (fan.work() == FanOut.Work.LIFE) {
      return fan.kind() == VIRTUAL;
    }
    if (fan.computes()) {
      return fan.kind() == FIXED && fan.lock() == GlobalLock.PER_TASK;
    }
    return switch (fan.io()) {
      case SLEEP -> TELLING.contains(fan.kind()) || fan.kind() == SERIAL;
      case PIPE, SOCKET -> ENDS.contains(fan.kind());
    };
  }

  private static boolean isInNightly(Fan fan) {
    ExecutorKind kind = fan.kind();
    if (fan.work() == FanOut.Work.LIFE) {
      boolean asked = ENDS.contains(kind) || kind == THREAD_PER_TASK || kind == SERIAL;
      return fan.millis() == 10 && asked && fan.workers() != POOL;
    }
    if (fan.computes()) {
      return fan.tasks() == 100
          && fan.millis() == 10
          && ENDS.contains(kind)
          && fan.workers() != POOL;
    }
    if (fan.io() != Io.SLEEP) {
      boolean asked = ENDS.contains(kind) || kind == THREAD_PER_TASK;
      return fan.millis() == 10 && asked && fan.tasks() >= 100 && fan.workers() != POOL;
    }
    return switch (fan.millis()) {
      case 1 -> ENDS.contains(kind) && fan.tasks() == 1_000;
      case 10 -> TELLING.contains(kind) || isEnough(fan);
      default ->
          (kind == VIRTUAL && fan.tasks() >= 1_000)
              || (kind == FIXED && fan.tasks() <= 100 && fan.workers() == POOL);
    };
  }

  /** Of kinds that wait like one of the others a point or two will do. */
  private static boolean isEnough(Fan fan) {
    if (fan.isOneByOne()) {
      return fan.tasks() == 10;
    }
    return fan.tasks() == 100
        ? fan.workers() != LARGE_POOL
        : fan.tasks() == 1_000 && fan.kind() == VIRTUAL_LIMITED;
  }
}
