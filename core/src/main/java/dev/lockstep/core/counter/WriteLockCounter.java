/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A field guarded by a {@link ReentrantReadWriteLock}: increments exclude each other and all
 * readers, readers share. A reader sees all updates made before the last release of the write lock
 * (API of {@link java.util.concurrent.locks.ReadWriteLock}). It only pays where reads are many and
 * long; a counter has neither.
 */
public final class WriteLockCounter implements Counter {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int count;

  @Override
  public void increment(int offset) {
    lock.writeLock().lock();
    try {
      count += offset;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public int value() {
    lock.readLock().lock();
    try {
      return count;
    } finally {
      lock.readLock().unlock();
    }
  }
}
