/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Opaque accesses with a {@link VarHandle#releaseFence} before each store and a {@link
 * VarHandle#acquireFence} after each load. They hand over what {@link ReleaseAcquireCell} does, and
 * no fence stands between a store and a later load.
 */
final class ReleaseAcquireFencesCell implements Cell {

  private static final VarHandle VALUE = ValueField.of(MethodHandles.lookup());

  @SuppressWarnings("unused") // read and written through VALUE
  private long value;

  @Override
  public void set(long value) {
    VarHandle.releaseFence();
    VALUE.setOpaque(this, value);
  }

  @Override
  public long get() {
    long got = (long) VALUE.getOpaque(this);
    VarHandle.acquireFence();
    return got;
  }
}
