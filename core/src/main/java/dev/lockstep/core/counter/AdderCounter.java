/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.util.concurrent.atomic.LongAdder;

/**
 * A {@link LongAdder}: threads that get in each other's way are led to cells of their own, and
 * {@link #value()} adds the cells up. While others count, that sum is no snapshot: it may show a
 * state that never was. Exact once they have been joined.
 */
public final class AdderCounter implements Counter {

  private final LongAdder count = new LongAdder();

  @Override
  public void increment(int offset) {
    count.add(offset);
  }

  @Override
  public int value() {
    return count.intValue();
  }
}
