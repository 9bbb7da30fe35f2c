/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Mutual exclusion by busy waiting: test, and only when the lock looks free, test and set.
 *
 * <p>Waiting threads read, which leaves the cache line where it is, until the holder writes. The
 * set that succeeds acquires what {@link #unlock} released ({@link VarHandle#compareAndSet}, {@link
 * VarHandle#setRelease}), so a critical section sees all that earlier ones wrote.
 *
 * <p>Not fair: any waiting thread may be overtaken without bound. Not re-entrant: a thread that
 * locks twice waits for itself for ever. No owner: any thread may unlock. A waiting thread keeps
 * its CPU, so a holder that is put aside by the operating system stops all others. The lock is of
 * use only for sections of a few instructions and with fewer threads than CPUs.
 */
public final class SpinLock implements Lock {

  private static final VarHandle HELD;

  static {
    try {
      HELD = MethodHandles.lookup().findVarHandle(SpinLock.class, "held", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile boolean held;

  /** Waits, spinning and deaf to interrupts, until the lock is free, and takes it. */
  @Override
  public void lock() {
    while (held || !HELD.compareAndSet(this, false, true)) {
      Thread.onSpinWait();
    }
  }

  /**
   * Waits, spinning, until the lock is free, and takes it.
   *
   * @throws InterruptedException if this thread is interrupted before it has the lock; its status
   *     is then cleared
   */
  @Override
  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    while (!tryLock()) {
      Thread.onSpinWait();
      throwIfInterrupted();
    }
  }

  /**
   * Takes the lock if it is free.
   *
   * @return whether it was
   */
  @Override
  public boolean tryLock() {
    return !held && HELD.compareAndSet(this, false, true);
  }

  /**
   * Waits, spinning, until the lock is free, and takes it, but no longer than the given time; a
   * time of 0 or less is one attempt.
   *
   * @return whether this thread has the lock
   * @throws InterruptedException if this thread is interrupted before it has the lock; its status
   *     is then cleared
   */
  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(time);
    long start = System.nanoTime();
    throwIfInterrupted();
    while (!tryLock()) {
      if (System.nanoTime() - start >= nanos) {
        return false;
      }
      Thread.onSpinWait();
      throwIfInterrupted();
    }
    return true;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException if no thread holds it
   */
  @Override
  public void unlock() {
    if (!(boolean) HELD.get(this)) {
      throw new IllegalMonitorStateException("unlock of a spin lock that nobody holds");
    }
    HELD.setRelease(this, false);
  }

  /**
   * Not supported.
   *
   * @throws UnsupportedOperationException always: a thread that waits here spins
   */
  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("a spin lock has no conditions");
  }
}
