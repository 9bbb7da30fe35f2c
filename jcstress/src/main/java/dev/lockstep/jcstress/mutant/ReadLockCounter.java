/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Bug: increments under the read lock, which threads share. */
@MutantOf(value = "counter:WRITE_LOCK", bug = "increments under the read lock, which threads share")
public final class ReadLockCounter implements Counter {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int count;

  @Override
  public void increment(int offset) {
    lock.readLock().lock();
    try {
      count += offset;
    } finally {
      lock.readLock().unlock();
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
