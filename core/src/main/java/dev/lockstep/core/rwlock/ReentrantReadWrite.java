/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.rwlock;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A {@link ReentrantReadWriteLock}. Every reader counts itself in and out by a compare-and-set of
 * one word, so readers do not wait for each other, and disturb each other all the same.
 *
 * <p>A writer may become a reader: it takes the read lock before it gives the write lock back (API
 * of {@code ReentrantReadWriteLock}, "Lock downgrading"). A reader never becomes a writer: readers
 * keep writers out, itself included.
 */
public final class ReentrantReadWrite implements ReadWrite {

  private final ReentrantReadWriteLock lock;

  /** A lock that lets threads in in the order of their arrival, or not. */
  public ReentrantReadWrite(boolean fair) {
    lock = new ReentrantReadWriteLock(fair);
  }

  @Override
  public long read(LongSupplier body) {
    lock.readLock().lock();
    try {
      return body.getAsLong();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public boolean tryRead(Runnable body) {
    if (!lock.readLock().tryLock()) {
      return false;
    }
    try {
      body.run();
      return true;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void write(Runnable body) {
    lock.writeLock().lock();
    try {
      body.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public long writeThenRead(Runnable write, LongSupplier read) {
    lock.writeLock().lock();
    try {
      write.run();
      lock.readLock().lock();
    } finally {
      lock.writeLock().unlock();
    }
    try {
      return read.getAsLong();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Reads, and does not write: a lock of this kind cannot be converted that way. */
  @Override
  public boolean readThenWrite(LongSupplier read, LongConsumer write) {
    lock.readLock().lock();
    try {
      long seen = read.getAsLong();
      if (!lock.writeLock().tryLock()) {
        return false;
      }
      try {
        write.accept(seen);
        return true;
      } finally {
        lock.writeLock().unlock();
      }
    } finally {
      lock.readLock().unlock();
    }
  }
}
