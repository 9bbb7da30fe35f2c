/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A field guarded by a {@link ReentrantLock}. A successful {@code lock} sees everything that was
 * written before the {@code unlock} preceding it (API of {@link java.util.concurrent.locks.Lock},
 * "Memory Synchronization").
 *
 * <p>A fair lock goes to the thread that has waited longest. Under contention nearly every
 * increment then changes threads, which costs orders of magnitude in throughput and buys a bounded
 * wait; an unfair lock lets a running thread overtake the queue.
 */
public final class ReentrantLockCounter implements Counter {

  private final ReentrantLock lock;
  private int count;

  /** A counter whose lock is fair or not. */
  public ReentrantLockCounter(boolean fair) {
    lock = new ReentrantLock(fair);
  }

  @Override
  public void increment(int offset) {
    lock.lock();
    try {
      count += offset;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int value() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
