/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.jcstress.proof.Broken;

/**
 * Counters broken on purpose that resemble no shipped class. All others the build derives from what
 * is shipped.
 */
public final class BrokenCounters {

  private BrokenCounters() {}

  @Broken(mutates = "counter:ADDER", bug = "the cell is added to in plain steps")
  public static final class PlainAdder implements Counter {

    /**
     * {@code LongAdder} too begins with a single cell, its base, but sets it by compare-and-set.
     */
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
}
