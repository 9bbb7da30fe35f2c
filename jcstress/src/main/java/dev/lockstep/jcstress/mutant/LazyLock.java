/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: the lock is made by whoever first needs it, and two threads may. */
@MutantOf(
    value = "lock:REENTRANT_LOCK",
    bug = "the lock is made by whoever first needs it, and two may")
public final class LazyLock extends BareLock {

  private volatile Lock lock;

  @Override
  public void lock() {
    lazily().lock();
  }

  @Override
  public boolean tryLock() {
    return lazily().tryLock();
  }

  @Override
  public void unlock() {
    lazily().unlock();
  }

  private Lock lazily() {
    Lock made = lock;
    if (made == null) {
      made = new ReentrantLock();
      lock = made;
    }
    return made;
  }
}
