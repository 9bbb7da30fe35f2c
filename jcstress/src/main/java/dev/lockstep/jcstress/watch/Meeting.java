/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two actors wait for each other, so that they begin at the same moment: where a sample takes long
 * to make, one of them is else through with most samples before the other one begins.
 */
public final class Meeting {

  private static final int SPINS = 1_000;

  /** A thread that failed does not come; the other one must not wait for it for ever. */
  private static final int YIELDS = 1_000_000;

  private final AtomicInteger missing = new AtomicInteger(2);

  /** Called by each of the two once. */
  @SuppressWarnings("ThreadPriorityCheck") // the other thread may need this processor
  public void begin() {
    missing.decrementAndGet();
    for (int i = 0; missing.get() > 0 && i < YIELDS; i++) {
      if (i < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }
}
