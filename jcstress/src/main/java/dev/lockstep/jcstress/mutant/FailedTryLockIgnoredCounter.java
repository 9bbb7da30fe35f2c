/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: counts on when {@code tryLock} has failed. */
@MutantOf(value = "counter:REENTRANT_LOCK_FAIR", bug = "counts on when tryLock has failed")
public final class FailedTryLockIgnoredCounter implements Counter {

  private final ReentrantLock lock = new ReentrantLock(true);
  private int count;

  @Override
  public void increment(int offset) {
    boolean held = lock.tryLock();
    try {
      count += offset;
    } finally {
      if (held) {
        lock.unlock();
      }
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
