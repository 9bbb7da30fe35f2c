/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Bug: looks whether the lock is free and then takes it, in two steps. */
@MutantOf(
    value = "lock:SPIN_LOCK",
    bug = "looks whether it is free and then takes it, in two steps")
public final class CheckThenActLock implements Lock {

  private volatile boolean held;

  @Override
  public void lock() {
    while (held) {
      Thread.onSpinWait();
    }
    held = true;
  }

  @Override
  public boolean tryLock() {
    if (!held) {
      held = true;
      return true;
    }
    return false;
  }

  @Override
  public void unlock() {
    held = false;
  }

  @Override
  public void lockInterruptibly() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException();
  }
}
