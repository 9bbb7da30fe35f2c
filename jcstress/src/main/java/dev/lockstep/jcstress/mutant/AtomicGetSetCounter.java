/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;
import java.util.concurrent.atomic.AtomicInteger;

/** Bug: {@code get} and {@code set} instead of {@code addAndGet}. */
@MutantOf(value = "counter:ATOMIC", bug = "get and set instead of addAndGet")
public final class AtomicGetSetCounter implements Counter {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void increment(int offset) {
    count.set(count.get() + offset);
  }

  @Override
  public int value() {
    return count.get();
  }
}
