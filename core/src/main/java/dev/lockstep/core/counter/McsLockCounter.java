/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import dev.lockstep.core.lock.McsLock;

/**
 * A field guarded by an {@link McsLock}: the unlock grants the lock by a write in the node of the
 * thread that is next, which that thread reads, so each increment reads what the one before it
 * wrote.
 */
public final class McsLockCounter implements Counter {

  private final McsLock lock = new McsLock();
  private int count;

  @Override
  public void increment(int offset) {
    lock.lock();
    try {
      count += offset;
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
