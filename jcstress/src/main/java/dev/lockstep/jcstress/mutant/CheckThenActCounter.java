/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;

/** Bug: its lock, a {@link CheckThenActLock}, is taken in two steps. */
@MutantOf(value = "counter:SPIN_LOCK", bug = "the lock is taken in two steps: look, then take")
public final class CheckThenActCounter implements Counter {

  private final CheckThenActLock lock = new CheckThenActLock();
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
