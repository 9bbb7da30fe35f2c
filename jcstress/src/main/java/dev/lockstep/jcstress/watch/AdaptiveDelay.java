/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

/**
 * A pause of one thread that finds by itself the moment in which another thread does something: it
 * grows a little after each sample in which it was too short, and shrinks after the others. So
 * about half of the samples lie on either side of that moment, on any machine.
 */
public final class AdaptiveDelay {

  private static final int LONGEST = 20_000;

  /** A step is this part of the pause, or one spin hint. */
  private static final int PART = 64;

  private volatile int turns;

  /**
   * A delay that begins with so many spin hints.
   *
   * @param turns of the first pause
   */
  public AdaptiveDelay(int turns) {
    this.turns = turns;
  }

  /** Spins for the current length of the pause. */
  public void pause() {
    Spin.times(turns);
  }

  /**
   * Learns from a sample. Of threads that call this at the same time one may be ignored.
   *
   * @param tooShort whether the thread that paused came before the moment
   */
  public void adjust(boolean tooShort) {
    int step = Math.max(1, turns / PART);
    turns = Math.clamp(turns + (tooShort ? step : -step), 0, LONGEST);
  }
}
