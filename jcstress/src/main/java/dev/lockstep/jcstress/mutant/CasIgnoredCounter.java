/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.CountField;
import dev.lockstep.core.counter.Counter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Bug: does not look whether {@code compareAndSet} has set. */
@MutantOf(value = "counter:CAS_LOOP", bug = "does not look whether compareAndSet has set")
public final class CasIgnoredCounter implements Counter {

  private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

  private volatile int count;

  @Override
  public void increment(int offset) {
    int value = count;
    boolean _ = COUNT.compareAndSet(this, value, value + offset);
  }

  @Override
  public int value() {
    return count;
  }
}
