/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two actors wait for each other, so that they begin a sample at the same moment. jcstress lets
 * them begin a whole stride of samples together; where a sample takes long, one of them is soon
 * several samples ahead.
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
