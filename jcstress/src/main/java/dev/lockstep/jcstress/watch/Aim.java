/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

/** How long a thread waits so that it comes just when another one's time is over. */
public final class Aim {

  private static final int STEP = 4;
  private static final int LONGEST = 20_000;

  private volatile int turns = LONGEST / 40;

  /** Waits. */
  public void delay() {
    for (int i = turns; i > 0; i--) {
      Thread.onSpinWait();
    }
  }

  /**
   * Learns from a sample. Called by one thread at a time.
   *
   * @param cameInTime whether it would do to come later
   */
  public void adjust(boolean cameInTime) {
    turns = Math.clamp(turns + (cameInTime ? STEP : -STEP), 0, LONGEST);
  }
}
