/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.locks.StampedLock;

/** Bug: increments in read mode, which threads share. */
@MutantOf(value = "counter:STAMPED_LOCK", bug = "increments in read mode, which threads share")
public final class StampedReadLockCounter implements Counter {

  private final StampedLock lock = new StampedLock();
  private int count;

  @Override
  public void increment(int offset) {
    long stamp = lock.readLock();
    try {
      count += offset;
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public int value() {
    long stamp = lock.readLock();
    try {
      return count;
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
