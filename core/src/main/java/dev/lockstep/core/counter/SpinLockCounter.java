/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import dev.lockstep.core.lock.SpinLock;

/**
 * A field guarded by a {@link SpinLock}: the unlock's release is read by the next lock's acquire,
 * so each increment reads what the one before it wrote.
 */
public final class SpinLockCounter implements Counter {

  private final SpinLock lock = new SpinLock();
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
