/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.concurrent.locks.Lock;

/** What threads call that try a lock and keep it, or wait for it and release it. */
public final class LockCalls {

  private final Lock lock = ObjectUnderTest.create(Lock.class);
  private int count;
  private volatile boolean held;

  public boolean tryLock() {
    return lock.tryLock();
  }

  public void increment() {
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  /** Whether this thread had the lock to itself. */
  public boolean enter() {
    lock.lock();
    return hold();
  }

  private boolean hold() {
    try {
      boolean alone = !held;
      held = true;
      held = false;
      return alone;
    } finally {
      lock.unlock();
    }
  }

  public int count() {
    return count;
  }
}
