/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.concurrent.locks.Lock;

/** Threads that try a lock and keep it, or that wait for it and give it back. */
public final class Lockers {

  private final Lock lock = Subject.make(Lock.class);
  private int count;

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

  public int count() {
    return count;
  }
}
