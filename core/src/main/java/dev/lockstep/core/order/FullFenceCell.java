/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Opaque accesses with a {@link VarHandle#fullFence} between any two of a thread. No access passes
 * the fence, and no load passes it before an earlier store is seen by all.
 */
final class FullFenceCell implements Cell {

  private static final VarHandle VALUE = ValueField.of(MethodHandles.lookup());

  @SuppressWarnings("unused") // read and written through VALUE
  private long value;

  @Override
  public void set(long value) {
    VALUE.setOpaque(this, value);
  }

  @Override
  public long get() {
    return (long) VALUE.getOpaque(this);
  }

  @Override
  public void fence() {
    VarHandle.fullFence();
  }
}
