/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Workers;
import dev.lockstep.core.fanout.Io;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.jmh.executor.FanOut;
import java.util.ArrayList;
import java.util.List;

/**
 * One fan-out in the space of them.
 *
 * @param workers 1 for a kind that takes no count
 */
record Fan(
    ExecutorKind kind,
    int workers,
    FanOut.Work work,
    int tasks,
    Io io,
    int millis,
    int cpuTokens,
    GlobalLock lock) {

  /** Steps of a kernel that take a tenth of a millisecond or so. */
  private static final int COMPUTING = 30_000;

  /** Milliseconds that those take. */
  private static final double COMPUTING_MILLIS = 0.1;

  /** Beyond it so many threads of the operating system are more than machines are set up for. */
  private static final int MANY_THREADS = 10_000;

  /** All that mean something on a machine with so many cores. */
  static List<Fan> all(FanOutPlan plan, int cores) {
    List<Fan> fans = new ArrayList<>();
    for (ExecutorKind kind : ExecutorKind.values()) {
      for (int workers : workers(kind, plan, cores)) {
        for (int tasks : plan.tasks()) {
          for (int millis : plan.millis()) {
            for (Io io : Io.values()) {
              Fan plain =
                  new Fan(kind, workers, work(tasks), tasks, io, millis, 0, GlobalLock.NONE);
              plain.andComputing().stream()
                  .filter(fan -> fan.makesSense(plan.longest()))
                  .forEach(fans::add);
            }
          }
        }
      }
    }
    return fans;
  }

  /** As many cells as a grid has are always cells. */
  private static FanOut.Work work(int tasks) {
    return tasks == FanOut.BOOK_CELLS || tasks == FanOut.MANY_CELLS
        ? FanOut.Work.LIFE
        : FanOut.Work.REQUEST;
  }

  /** Carriers and the common pool are best as many as cores: they are no pools for waiting. */
  private static List<Integer> workers(ExecutorKind kind, FanOutPlan plan, int cores) {
    return switch (kind.workers()) {
      case NONE, SINGLE -> List.of(1);
      case CARRIERS, COMMON_POOL -> List.of(cores);
      case POOL, IN_FLIGHT -> plan.workers().apply(cores).stream().distinct().sorted().toList();
    };
  }

  private List<Fan> andComputing() {
    List<Fan> fans = new ArrayList<>(List.of(this));
    if (work == FanOut.Work.REQUEST && io == Io.SLEEP) {
      for (GlobalLock each : List.of(GlobalLock.NONE, GlobalLock.PER_TASK)) {
        fans.add(new Fan(kind, workers, work, tasks, io, millis, COMPUTING, each));
      }
    }
    return fans;
  }

  private boolean makesSense(long longest) {
    return kind != ExecutorKind.PROCESS_POOL // these tasks cannot travel
        && (work == FanOut.Work.REQUEST || io == Io.SLEEP)
        && (tasks <= MANY_THREADS || kind.workers() == Workers.CARRIERS)
        && tasks <= io.atOnce()
        && expectedMillis() <= longest;
  }

  /** What cannot be less, whoever runs it. */
  double expectedMillis() {
    double computing = computes() ? tasks * COMPUTING_MILLIS : 0;
    return Math.ceilDiv(tasks, atOnce()) * (double) millis + computing;
  }

  private int atOnce() {
    return switch (kind.workers()) {
      case NONE -> kind == ExecutorKind.SERIAL ? 1 : tasks;
      case CARRIERS -> tasks;
      case SINGLE -> 1;
      case POOL, COMMON_POOL, IN_FLIGHT -> workers;
    };
  }

  /** Whether each request waits for the last. */
  boolean isOneByOne() {
    return atOnce() == 1;
  }

  boolean computes() {
    return cpuTokens > 0;
  }

  /** Requests that only sleep. */
  boolean isPlain() {
    return work == FanOut.Work.REQUEST && io == Io.SLEEP && !computes();
  }
}
