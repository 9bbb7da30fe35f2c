/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stand-in for CPython's global interpreter lock, one per process: what the threads of a JVM
 * would gain if only one of them might compute at a time. The JVM has none; with {@link #NONE} the
 * kernels run as they are.
 */
public enum GlobalLock {

  /** No lock. */
  NONE {
    @Override
    <R> R run(Task<R> task) {
      return task.run();
    }
  },

  /** Whoever computes holds the lock until its task ends. */
  PER_TASK {
    @Override
    <R> R run(Task<R> task) {
      return locked(FIRST, task);
    }
  },

  /**
   * The lock is fair and given up after every {@value #SLICE} steps, as CPython's is after its
   * switch interval: each hand-over to a waiting thread costs a context switch.
   */
  FAIR_SLICE {
    @Override
    <R> R run(Task<R> task) {
      int slices = Math.toIntExact(Math.max(1, task.size() / SLICE));
      List<R> results = new ArrayList<>(slices);
      for (Task<R> slice : task.divide(slices)) {
        results.add(locked(FAIR, slice));
      }
      return task.join(results);
    }
  },

  /**
   * Two locks, and every thread has one of them for good: an interpreter per half of the threads,
   * as CPython's sub-interpreters with a lock of their own.
   */
  STRIPED {
    @Override
    <R> R run(Task<R> task) {
      return locked(STRIPE.get(), task);
    }
  };

  /** Steps of a kernel between two hand-overs: a tenth of a millisecond or so. */
  static final int SLICE = 1 << 16;

  private static final Lock FIRST = new ReentrantLock();
  private static final Lock SECOND = new ReentrantLock();
  private static final Lock FAIR = new ReentrantLock(true);

  private static final AtomicInteger THREADS = new AtomicInteger();
  private static final ThreadLocal<Lock> STRIPE =
      ThreadLocal.withInitial(() -> THREADS.getAndIncrement() % 2 == 0 ? FIRST : SECOND);

  /** Runs a task as this lock allows. */
  abstract <R> R run(Task<R> task);

  private static <R> R locked(Lock lock, Task<R> task) {
    lock.lock();
    try {
      return task.run();
    } finally {
      lock.unlock();
    }
  }
}
