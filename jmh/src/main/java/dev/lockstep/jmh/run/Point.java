/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Workers;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.Workload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One place in the space that the sweep goes over.
 *
 * @param workers 1 for a kind that takes no count
 * @param chunk tasks that are handed over together
 */
record Point(ExecutorKind kind, Workload workload, int workers, GlobalLock lock, int chunk) {

  /** The lists of the book: whatever is compared with Python is compared on them. */
  static final Set<Workload> SEEDS = EnumSet.of(Workload.GCD_SEED, Workload.FACTORIZE_SEED);

  /** Where a global lock makes a difference that the book describes. */
  private static final Set<ExecutorKind> LOCKED =
      EnumSet.of(ExecutorKind.FIXED, ExecutorKind.PROCESS_POOL);

  private static final List<Integer> CHUNKS = List.of(4, 16);

  /** Beyond it a thread, or a message to another process, for each task says nothing new. */
  private static final int MANY_TASKS = 2048;

  /**
   * All points that mean something: SERIAL on two workers does not, nor does a task that cannot
   * travel in a pool of processes.
   */
  static List<Point> all(List<Integer> workers) {
    List<Point> points = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      for (ExecutorKind kind : ExecutorKind.values()) {
        for (int count : takesCount(kind) ? workers : List.of(1)) {
          Point plain = new Point(kind, workload, count, GlobalLock.NONE, 1);
          if (plain.makesSense()) {
            points.add(plain);
            points.addAll(plain.locked());
            points.addAll(plain.chunked());
          }
        }
      }
    }
    return points;
  }

  private boolean makesSense() {
    boolean costly = kind == ExecutorKind.THREAD_PER_TASK || kind == ExecutorKind.PROCESS_POOL;
    return !(costly && workload.tasks().size() > MANY_TASKS)
        && (kind != ExecutorKind.PROCESS_POOL || workload.portable());
  }

  private List<Point> locked() {
    List<Point> points = new ArrayList<>();
    if (LOCKED.contains(kind) && SEEDS.contains(workload)) {
      for (GlobalLock each : EnumSet.complementOf(EnumSet.of(GlobalLock.NONE))) {
        points.add(new Point(kind, workload, workers, each, 1));
      }
    }
    return points;
  }

  private List<Point> chunked() {
    List<Point> points = new ArrayList<>();
    for (int each : CHUNKS) {
      if (kind != ExecutorKind.SERIAL && workload.tasks().size() >= 4 * each * workers) {
        points.add(new Point(kind, workload, workers, lock, each));
      }
    }
    return points;
  }

  /** Without lock and chunks. */
  boolean isPlain() {
    return lock == GlobalLock.NONE && chunk == 1;
  }

  boolean isBaseline() {
    return kind == ExecutorKind.SERIAL && isPlain();
  }

  static boolean takesCount(ExecutorKind kind) {
    return kind.workers() != Workers.NONE && kind.workers() != Workers.SINGLE;
  }
}
