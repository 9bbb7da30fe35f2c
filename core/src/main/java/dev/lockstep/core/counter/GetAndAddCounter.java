/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What {@link AtomicCounter} does, on a field of the counter itself: one object and one hop less
 * ({@link VarHandle#getAndAdd}, with the memory effects of a volatile read and write).
 */
public final class GetAndAddCounter implements Counter {

  private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

  private volatile int count;

  @Override
  public void increment(int offset) {
    int _ = (int) COUNT.getAndAdd(this, offset);
  }

  @Override
  public int value() {
    return count;
  }
}
