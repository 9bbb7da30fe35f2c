/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: looks whether the lock is free and then takes it, in two steps. */
@MutantOf(
    value = "lock:SPIN_LOCK",
    bug = "looks whether it is free and then takes it, in two steps")
public final class CheckThenActLock extends BareLock {

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
}
