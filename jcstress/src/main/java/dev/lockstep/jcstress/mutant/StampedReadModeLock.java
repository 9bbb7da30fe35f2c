/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

/** Bug: is the read mode, which threads share. */
@MutantOf(value = "lock:STAMPED_LOCK", bug = "is the read mode, which threads share")
public final class StampedReadModeLock extends BareLock {

  private final Lock lock = new StampedLock().asReadLock();

  @Override
  public void lock() {
    lock.lock();
  }

  @Override
  public boolean tryLock() {
    return lock.tryLock();
  }

  @Override
  public void unlock() {
    lock.unlock();
  }
}
