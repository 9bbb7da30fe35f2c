/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Stores release, loads acquire ({@link VarHandle#setRelease}, {@link VarHandle#getAcquire}). What
 * a thread did before a set is seen by a thread whose get returned the value. A get may overtake an
 * earlier set of another cell.
 */
final class ReleaseAcquireCell implements Cell {

  private static final VarHandle VALUE = ValueField.of(MethodHandles.lookup());

  @SuppressWarnings("unused") // read and written through VALUE
  private long value;

  @Override
  public void set(long value) {
    VALUE.setRelease(this, value);
  }

  @Override
  public long get() {
    return (long) VALUE.getAcquire(this);
  }
}
