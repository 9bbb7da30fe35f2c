/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what another thread is bound to do at once, and says after a while that it does not.
 * One for all samples of a test.
 *
 * <p>The while is counted in looks and not by the clock, so that a machine that stands still uses
 * up one of them only: a thousand, ten milliseconds apart. Once a JVM has waited in vain, three are
 * enough for the next.
 */
public final class Patience {

  private static final long APART_NANOS = 10_000_000;
  private static final int LOOKS = 1_000;
  private static final int FEWER_LOOKS = 3;

  private volatile boolean wasInVain;

  /** Whether it has happened. */
  public boolean sees(BooleanSupplier event) {
    int looks = wasInVain ? FEWER_LOOKS : LOOKS;
    for (int i = 0; i < looks; i++) {
      if (event.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(APART_NANOS);
    }
    wasInVain = !event.getAsBoolean();
    return !wasInVain;
  }
}
