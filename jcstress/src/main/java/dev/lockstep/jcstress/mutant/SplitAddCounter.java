/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.CountField;
import dev.lockstep.core.counter.Counter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Bug: a get and a set, both volatile, instead of {@code getAndAdd}. */
@MutantOf(value = "counter:GET_AND_ADD", bug = "a get and a set instead of getAndAdd")
public final class SplitAddCounter implements Counter {

  private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

  private volatile int count;

  @Override
  public void increment(int offset) {
    int value = (int) COUNT.getVolatile(this);
    COUNT.setVolatile(this, value + offset);
  }

  @Override
  public int value() {
    return count;
  }
}
