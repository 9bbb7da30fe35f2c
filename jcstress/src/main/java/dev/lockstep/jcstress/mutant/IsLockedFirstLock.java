/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.locks.ReentrantLock;

/** Bug: asks {@code isLocked} and does not look at what {@code tryLock} answers. */
@MutantOf(
    value = "lock:REENTRANT_LOCK_FAIR",
    bug = "asks isLocked and does not look at what tryLock answers")
public final class IsLockedFirstLock extends BareLock {

  private final ReentrantLock lock = new ReentrantLock(true);

  @Override
  public void lock() {
    lock.lock();
  }

  @Override
  public boolean tryLock() {
    if (lock.isLocked()) {
      return false;
    }
    boolean _ = lock.tryLock();
    return true;
  }

  @Override
  public void unlock() {
    lock.unlock();
  }
}
