/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * An {@link AtomicInteger}: get, add and set in one indivisible step, with the memory effects of a
 * volatile read and write ({@link AtomicInteger#addAndGet}). No thread ever waits for another.
 */
public final class AtomicCounter implements Counter {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void increment(int offset) {
    count.addAndGet(offset);
  }

  @Override
  public int value() {
    return count.get();
  }
}
