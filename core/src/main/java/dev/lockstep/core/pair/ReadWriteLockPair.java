/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongBinaryOperator;

/**
 * Both fields under a lock that readers share (API of {@link ReadWriteLock}). Readers do not wait
 * for each other, but each writes to the lock, and that line of the cache goes from core to core.
 */
public final class ReadWriteLockPair implements Pair {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private long first;
  private long second;

  @Override
  public void write(long first, long second) {
    lock.writeLock().lock();
    try {
      this.first = first;
      this.second = second;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public long read(LongBinaryOperator of) {
    lock.readLock().lock();
    try {
      return of.applyAsLong(first, second);
    } finally {
      lock.readLock().unlock();
    }
  }
}
