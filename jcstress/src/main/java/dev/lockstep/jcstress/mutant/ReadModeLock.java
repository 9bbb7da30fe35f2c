/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Bug: is the read lock, which threads share. */
@MutantOf(value = "lock:WRITE_LOCK", bug = "is the read lock, which threads share")
public final class ReadModeLock extends BareLock {

  private final Lock lock = new ReentrantReadWriteLock().readLock();

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
