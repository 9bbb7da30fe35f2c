/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Gets and adds as the racy counters do, but sets only if no other thread has set in between, and
 * otherwise begins anew ({@link VarHandle#compareAndSet}). Some thread always succeeds; a single
 * thread may have to try without bound.
 */
public final class CasLoopCounter implements Counter {

  private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

  private volatile int count;

  @Override
  public void increment(int offset) {
    int value;
    int result;
    do {
      value = count;
      result = value + offset;
    } while (!COUNT.compareAndSet(this, value, result));
  }

  @Override
  public int value() {
    return count;
  }
}
