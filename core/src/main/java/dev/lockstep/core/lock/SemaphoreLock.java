/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A lock made of a {@link Semaphore} with one permit. What a thread did before {@code release}
 * happens-before what follows a successful {@code acquire} (API of {@code Semaphore}, "Memory
 * consistency effects").
 *
 * <p>Not fair. Not re-entrant: a thread that locks twice waits for itself for ever. No owner: any
 * thread may unlock.
 */
public final class SemaphoreLock implements Lock {

  private final Semaphore permit = new Semaphore(1);

  @Override
  public void lock() {
    permit.acquireUninterruptibly();
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    permit.acquire();
  }

  @Override
  public boolean tryLock() {
    return permit.tryAcquire();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return permit.tryAcquire(time, unit);
  }

  /**
   * Gives the lock back. A bare semaphore would take a permit too many and let two threads in from
   * then on. Two threads that give back the same hold at the same time are not told apart.
   *
   * @throws IllegalMonitorStateException if no thread holds it
   */
  @Override
  public void unlock() {
    if (permit.availablePermits() > 0) {
      throw new IllegalMonitorStateException("unlock of a semaphore that nobody holds");
    }
    permit.release();
  }

  /**
   * Not supported.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("a semaphore has no conditions");
  }
}
