/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Accesses in opaque mode. Each is carried out, whole, in an order of this one cell that all
 * threads agree on, and is seen in the end ({@link VarHandle#setOpaque}). Accesses to other cells
 * may pass it.
 */
final class OpaqueCell implements Cell {

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
}
