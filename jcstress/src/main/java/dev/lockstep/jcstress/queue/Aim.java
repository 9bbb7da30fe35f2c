/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

/** How long a thread waits so that it comes just when another one's time is over. */
final class Aim {

  private static final int STEP = 4;
  private static final int LONGEST = 20_000;

  private volatile int turns = LONGEST / 40;

  void delay() {
    for (int i = turns; i > 0; i--) {
      Thread.onSpinWait();
    }
  }

  /** Called by one thread at a time. */
  void adjust(boolean cameInTime) {
    turns = Math.clamp(turns + (cameInTime ? STEP : -STEP), 0, LONGEST);
  }
}
