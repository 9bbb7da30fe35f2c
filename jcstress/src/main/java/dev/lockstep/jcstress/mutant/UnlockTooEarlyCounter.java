/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: the lock is given back before the count is written. */
@MutantOf(
    value = "counter:REENTRANT_LOCK",
    bug = "the lock is given back before the count is written")
public final class UnlockTooEarlyCounter implements Counter {

  private final ReentrantLock lock = new ReentrantLock();
  private int count;

  @Override
  public void increment(int offset) {
    int value;
    lock.lock();
    try {
      value = count;
    } finally {
      lock.unlock();
    }
    count = value + offset;
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
