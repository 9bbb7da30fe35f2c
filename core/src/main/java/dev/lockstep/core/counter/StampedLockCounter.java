/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.util.concurrent.locks.StampedLock;

/**
 * A field guarded by the write mode of a {@link StampedLock}, which orders memory as the {@code
 * Lock} interface demands (API of {@code StampedLock}, "Memory Synchronization"). It has no owner:
 * the stamp is the key, any thread that has it may unlock, and a thread that locks twice waits for
 * itself for ever.
 */
public final class StampedLockCounter implements Counter {

  private final StampedLock lock = new StampedLock();
  private int count;

  @Override
  public void increment(int offset) {
    long stamp = lock.writeLock();
    try {
      count += offset;
    } finally {
      lock.unlockWrite(stamp);
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
