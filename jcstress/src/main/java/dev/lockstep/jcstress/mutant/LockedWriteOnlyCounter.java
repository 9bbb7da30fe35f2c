/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: the count is read before the lock is taken. */
@MutantOf(value = "counter:REENTRANT_LOCK", bug = "the count is read before the lock is taken")
public final class LockedWriteOnlyCounter implements Counter {

  private final ReentrantLock lock = new ReentrantLock();
  private int count;

  @Override
  public void increment(int offset) {
    int value = count;
    lock.lock();
    try {
      count = value + offset;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int value() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
