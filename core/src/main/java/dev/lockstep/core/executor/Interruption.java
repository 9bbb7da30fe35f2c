/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.CancellationException;

/** What a caller that is interrupted is told; its flag stays set, so that it can tell others. */
final class Interruption {

  private Interruption() {}

  /** Throws if the current thread is interrupted. */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the caller of map was interrupted");
    }
  }

  /** Sets the flag that the exception cleared; the exception to throw instead. */
  static CancellationException of(InterruptedException e) {
    Thread.currentThread().interrupt();
    CancellationException cancellation =
        new CancellationException("the caller of map was interrupted while it waited");
    cancellation.initCause(e);
    return cancellation;
  }
}
