/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A flag that threads wait for, and that can be cleared and set again; the platform's {@link
 * java.util.concurrent.CountDownLatch} opens only once. It starts cleared.
 *
 * <p>What a thread did before {@link #set} happens-before what another does after a return from
 * {@link #await()}, from {@link #await(Duration)} with {@code true}, or from {@link #isSet} with
 * {@code true}, that this set brought about (API of {@link java.util.concurrent.locks.Lock},
 * "Memory Synchronization").
 *
 * <p>Every thread that waits when the flag is set is released, even if it is cleared again before
 * that thread runs. Setting costs O(waiting threads), all else O(1). In brackets stand the stress
 * tests that could refute why that is so.
 *
 * <ul>
 *   <li>A thread looks at the flag and begins to wait under one hold of the lock, so no set comes
 *       in between. [SignalWakes]
 *   <li>A set is for all who wait. [TwoWaiters]
 *   <li>A thread that waits remembers how often the flag had been set, and looks for that, too,
 *       when it is woken: a set that was cleared again counts. [GatePulse]
 *   <li>So does one that was woken when its time was over: it looks before it asks how much time is
 *       left. [GateTimed]
 *   <li>A clear is no set: it wakes nobody, and who waits for a time is not told of one.
 *       [GateClosed]
 *   <li>A thread that is woken for no reason looks again and waits on, for what is left of its
 *       time. [SignalInVain, GateTimeKept]
 *   <li>Looking at the flag and changing it are one step: one of two threads is told that it did.
 *       [GateChangedOnce]
 * </ul>
 */
public final class Event {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wasSet = lock.newCondition();
  private boolean flag;

  /** How often the flag was set: a waiting thread may find it cleared again. */
  private long sets;

  /**
   * Sets the flag and releases all waiting threads.
   *
   * @return whether it was clear before
   */
  public boolean set() {
    lock.lock();
    try {
      if (flag) {
        return false;
      }
      flag = true;
      sets++;
      wasSet.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Clears the flag: a thread that waits from now on waits for the next {@link #set}.
   *
   * @return whether it was set before
   */
  public boolean clear() {
    lock.lock();
    try {
      boolean before = flag;
      flag = false;
      return before;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the flag is set. */
  public boolean isSet() {
    lock.lock();
    try {
      return flag;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the flag is set; returns at once if it is.
   *
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  public void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long before = sets;
      while (!flag && sets == before) {
        wasSet.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the flag is set, but no longer than {@code timeout}; a timeout of zero or less does
   * not wait at all.
   *
   * @return whether the flag was set in time
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  public boolean await(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long before = sets;
      long left = TimeUnit.NANOSECONDS.convert(timeout);
      while (!flag && sets == before) {
        if (left <= 0) {
          return false;
        }
        left = wasSet.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
