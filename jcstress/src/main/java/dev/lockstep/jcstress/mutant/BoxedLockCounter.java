/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;

/**
 * Bug: the monitor is that of a number that is boxed anew at every call.
 *
 * <p>It is not the count that is boxed: two increments alone cannot lose anything then, since
 * whoever sees another box than its rival sees the rival's write too. It takes a third.
 */
@MutantOf(value = "counter:SYNCHRONIZED", bug = "locks a number that is boxed anew at every call")
public final class BoxedLockCounter implements Counter {

  /** Beyond the numbers whose boxes are shared. */
  private final int id = 1_000;

  private int count;

  @Override
  @SuppressWarnings({"synchronization", "LockOnBoxedPrimitive"}) // this is the mistake on show
  public void increment(int offset) {
    synchronized (Integer.valueOf(id)) {
      count += offset;
    }
  }

  @Override
  public int value() {
    return count;
  }
}
