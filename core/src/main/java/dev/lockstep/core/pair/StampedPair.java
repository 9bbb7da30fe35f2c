/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import java.util.concurrent.locks.StampedLock;
import java.util.function.LongBinaryOperator;

/**
 * A reader takes no lock: it reads both fields and then asks whether a writer has been there
 * meanwhile ({@link StampedLock#validate}, which begins with an acquire fence). What it has read
 * beside a writer may be anything and is thrown away; it then reads under the lock, and is not put
 * off any longer.
 */
public final class StampedPair implements Pair {

  private final StampedLock lock = new StampedLock();
  private long first;
  private long second;

  @Override
  public void write(long first, long second) {
    long stamp = lock.writeLock();
    try {
      this.first = first;
      this.second = second;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public long read(LongBinaryOperator of) {
    long stamp = lock.tryOptimisticRead();
    long one = first;
    long two = second;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      try {
        one = first;
        two = second;
      } finally {
        lock.unlockRead(stamp);
      }
    }
    return of.applyAsLong(one, two);
  }
}
