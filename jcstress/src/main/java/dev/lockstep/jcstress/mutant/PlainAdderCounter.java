/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;

/** Bug: the cell that threads share while none was in another's way is added to in plain steps. */
@MutantOf(value = "counter:ADDER", bug = "the cell is added to in plain steps")
public final class PlainAdderCounter implements Counter {

  /** {@code LongAdder} too begins with a single cell, its base, but sets it by compare-and-set. */
  private volatile long base;

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // this is the mistake on show
  public void increment(int offset) {
    base += offset;
  }

  @Override
  public int value() {
    return (int) base;
  }
}
