/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Mutual exclusion by busy waiting: test, and only when the lock looks free, test and set.
 *
 * <p>Waiting threads read, which leaves the cache line where it is, until the holder writes. The
 * set that succeeds acquires what {@link #unlock} released ({@link VarHandle#compareAndSet}, {@link
 * VarHandle#setRelease}), so a critical section sees all that earlier ones wrote.
 *
 * <p>Not fair: any waiting thread may be overtaken without bound. Not re-entrant: a thread that
 * locks twice waits for itself for ever. No owner: any thread may unlock. A waiting thread keeps
 * its CPU, so a holder that is put aside by the operating system stops everyone; it is of use only
 * for sections of a few instructions and with fewer threads than CPUs.
 *
 * <p>Python: no counterpart.
 */
public final class SpinLock {

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
  public void lock() {
    while (held || !HELD.compareAndSet(this, false, true)) {
      Thread.onSpinWait();
    }
  }

  /**
   * Takes the lock if it is free.
   *
   * @return whether it was
   */
  public boolean tryLock() {
    return !held && HELD.compareAndSet(this, false, true);
  }

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException if nobody holds it
   */
  public void unlock() {
    if (!(boolean) HELD.get(this)) {
      throw new IllegalMonitorStateException("unlock of a spin lock that nobody holds");
    }
    HELD.setRelease(this, false);
  }
}
