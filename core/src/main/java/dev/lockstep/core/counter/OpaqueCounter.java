/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A field in opaque mode: every get and every set is really carried out, in the order in which this
 * thread asks for them, and other threads see it sooner or later ({@link VarHandle#getOpaque}). The
 * three steps of an increment are still three, so updates are lost.
 */
public final class OpaqueCounter implements Counter {

  private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

  @SuppressWarnings("unused") // read and written through COUNT
  private int count;

  @Override
  public void increment(int offset) {
    int value = (int) COUNT.getOpaque(this);
    int result = value + offset;
    COUNT.setOpaque(this, result);
  }

  @Override
  public int value() {
    return (int) COUNT.getOpaque(this);
  }
}
