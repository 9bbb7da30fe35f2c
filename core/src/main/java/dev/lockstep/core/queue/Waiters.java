/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that wait for one kind of event, first come first served. All but the waiting itself is
 * done under one lock, which is held while what they wait for is brought about. Unlike a {@link
 * java.util.concurrent.locks.Condition} the woken thread does not need that lock again, so it does
 * not compete for it with the thread that woke it and goes on with its work.
 */
final class Waiters {

  private final Lock lock;
  private final ArrayDeque<Waiter> queue = new ArrayDeque<>(0);

  /** Guarded by this lock. */
  Waiters(Lock lock) {
    this.lock = lock;
  }

  /** Adds the current thread; with the lock held, after which it has to {@link Waiter#await}. */
  Waiter add() {
    Waiter waiter = new Waiter();
    queue.addLast(waiter);
    return waiter;
  }

  /**
   * Removes the thread that has waited longest; with the lock held.
   *
   * @return null if nobody waits; otherwise it has to be {@linkplain Waiter#release released}, with
   *     or without the lock
   */
  Waiter next() {
    return queue.pollFirst();
  }

  /** Releases all; with the lock held. */
  void releaseAll() {
    for (Waiter waiter = next(); waiter != null; waiter = next()) {
      waiter.release();
    }
  }

  private boolean remove(Waiter waiter) {
    lock.lock();
    try {
      return queue.remove(waiter);
    } finally {
      lock.unlock();
    }
  }

  /** One thread, one wait. */
  final class Waiter {

    private final Thread thread = Thread.currentThread();
    private volatile boolean released;

    void release() {
      released = true;
      LockSupport.unpark(thread);
    }

    /**
     * Waits, without the lock, until it is released.
     *
     * @throws InterruptedException if it was interrupted before it was chosen. If it is interrupted
     *     after that, it returns and stays interrupted: under the lock one of the two comes first,
     *     so a release is never lost on a thread that leaves.
     */
    void await() throws InterruptedException {
      while (!released) {
        LockSupport.park(Waiters.this);
        if (isChosenThoughInterrupted()) {
          return;
        }
      }
    }

    /**
     * As {@link #await()}, but no longer than until then.
     *
     * @param deadline a time of {@link System#nanoTime}
     * @return whether it was chosen in time
     */
    boolean await(long deadline) throws InterruptedException {
      while (!released) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return !remove(this);
        }
        LockSupport.parkNanos(Waiters.this, left);
        if (isChosenThoughInterrupted()) {
          return true;
        }
      }
      return true;
    }

    /** Whether to go on, interrupted, because it was chosen already. */
    private boolean isChosenThoughInterrupted() throws InterruptedException {
      if (!Thread.interrupted()) {
        return false;
      }
      if (remove(this)) {
        throw new InterruptedException();
      }
      thread.interrupt();
      return true;
    }
  }
}
