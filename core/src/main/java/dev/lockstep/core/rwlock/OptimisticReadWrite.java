/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.rwlock;

import java.util.concurrent.locks.StampedLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A {@link StampedLock}, of which a reader takes nothing: it notes a stamp, reads, and asks whether
 * a writer has been inside since. Where none has, the read was as good as one under the lock, and
 * no reader has written anything that others must see; where one has, what was read may be half of
 * one write, is thrown away, and is read again under the read lock.
 *
 * <p>The question comes after the reads: {@link StampedLock#validate} keeps them from being done
 * later.
 */
public final class OptimisticReadWrite extends StampedReadWrite {

  /** A lock that nobody holds. */
  public OptimisticReadWrite() {}

  @Override
  public long read(LongSupplier body) {
    long stamp = lock.tryOptimisticRead();
    if (stamp != 0) {
      long seen = body.getAsLong();
      if (lock.validate(stamp)) {
        return seen;
      }
    }
    return super.read(body);
  }

  @Override
  public boolean tryRead(Runnable body) {
    long stamp = lock.tryOptimisticRead();
    if (stamp == 0) {
      return false;
    }
    body.run();
    return lock.validate(stamp);
  }

  /** Writes if no writer has been inside since the read began, which the conversion finds out. */
  @Override
  public boolean readThenWrite(LongSupplier read, LongConsumer write) {
    long stamp = lock.tryOptimisticRead();
    if (stamp == 0) {
      return false;
    }
    long seen = read.getAsLong();
    long converted = lock.tryConvertToWriteLock(stamp);
    if (converted == 0) {
      return false;
    }
    try {
      write.accept(seen);
      return true;
    } finally {
      lock.unlockWrite(converted);
    }
  }
}
