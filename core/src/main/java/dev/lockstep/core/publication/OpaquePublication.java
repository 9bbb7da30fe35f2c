/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A reference in opaque mode: the reader sees it sooner or later, but accesses of other fields are
 * not ordered with it ({@link VarHandle#getOpaque}), so fields may be missing behind it. x86 keeps
 * the order of stores and of loads, and the compiler does not move the fields over it.
 */
public final class OpaquePublication implements Publication {

  private static final VarHandle RESULT = ResultField.of(MethodHandles.lookup());

  @SuppressWarnings("unused") // read and written through RESULT
  private Result result;

  @Override
  public void publish(int number) {
    RESULT.setOpaque(this, Result.of(number));
  }

  @Override
  public int read() {
    return Result.numberOf((Result) RESULT.getOpaque(this));
  }
}
