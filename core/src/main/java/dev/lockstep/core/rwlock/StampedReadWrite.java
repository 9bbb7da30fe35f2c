/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.rwlock;

import java.util.concurrent.locks.StampedLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A {@link StampedLock}, of which a reader takes the read lock. Not re-entrant, no owner: the stamp
 * says what is held.
 *
 * <p>What is held can be converted. A write lock always becomes a read lock; a read lock becomes a
 * write lock if nobody else reads, and otherwise stays what it is (API of {@link
 * StampedLock#tryConvertToWriteLock}).
 */
public class StampedReadWrite implements ReadWrite {

  /** The lock. */
  protected final StampedLock lock = new StampedLock();

  /** A lock that nobody holds. */
  public StampedReadWrite() {}

  @Override
  public long read(LongSupplier body) {
    long stamp = lock.readLock();
    try {
      return body.getAsLong();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public boolean tryRead(Runnable body) {
    long stamp = lock.tryReadLock();
    if (stamp == 0) {
      return false;
    }
    try {
      body.run();
      return true;
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public final void write(Runnable body) {
    long stamp = lock.writeLock();
    try {
      body.run();
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public final long writeThenRead(Runnable write, LongSupplier read) {
    long stamp = lock.writeLock();
    try {
      write.run();
      stamp = lock.tryConvertToReadLock(stamp);
      return read.getAsLong();
    } finally {
      lock.unlock(stamp);
    }
  }

  @Override
  public boolean readThenWrite(LongSupplier read, LongConsumer write) {
    long stamp = lock.readLock();
    try {
      long seen = read.getAsLong();
      long converted = lock.tryConvertToWriteLock(stamp);
      if (converted == 0) {
        return false;
      }
      stamp = converted;
      write.accept(seen);
      return true;
    } finally {
      lock.unlock(stamp);
    }
  }
}
