/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A reference that is stored in release and read in acquire mode: no earlier access moves behind
 * the store, no later one before the read ({@link VarHandle#setRelease}, {@link
 * VarHandle#getAcquire}). As much as handing over needs, and less than volatile: the writer does
 * not wait until all have seen its store.
 */
public final class ReleaseAcquirePublication implements Publication {

  private static final VarHandle RESULT = ResultField.of(MethodHandles.lookup());

  @SuppressWarnings("unused") // read and written through RESULT
  private Result result;

  @Override
  public void publish(int number) {
    RESULT.setRelease(this, Result.of(number));
  }

  @Override
  public int read() {
    return Result.numberOf((Result) RESULT.getAcquire(this));
  }
}
