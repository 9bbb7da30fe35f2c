/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: the lock is the calling thread's own, so nobody is ever kept out. */
@MutantOf(value = "counter:REENTRANT_LOCK", bug = "each thread locks a lock of its own")
public final class LockPerThreadCounter implements Counter {

  private static final ThreadLocal<Lock> LOCK = ThreadLocal.withInitial(ReentrantLock::new);

  private int count;

  @Override
  public void increment(int offset) {
    Lock lock = LOCK.get();
    lock.lock();
    try {
      count += offset;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int value() {
    return count;
  }
}
