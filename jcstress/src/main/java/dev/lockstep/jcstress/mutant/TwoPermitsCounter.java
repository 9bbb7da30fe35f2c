/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.Semaphore;

/** Bug: the semaphore has two permits, so two threads may count at a time. */
@MutantOf(value = "counter:SEMAPHORE", bug = "the semaphore has two permits")
public final class TwoPermitsCounter implements Counter {

  private final Semaphore permit = new Semaphore(2);
  private int count;

  @Override
  public void increment(int offset) {
    permit.acquireUninterruptibly();
    try {
      count += offset;
    } finally {
      permit.release();
    }
  }

  @Override
  public int value() {
    permit.acquireUninterruptibly();
    try {
      return count;
    } finally {
      permit.release();
    }
  }
}
