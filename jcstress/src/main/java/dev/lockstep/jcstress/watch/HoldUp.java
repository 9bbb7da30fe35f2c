/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Tries to hold up a thread that waits for a time, by waking it for no reason again and again. One
 * for all samples of a test.
 *
 * <p>The wait is held up if a thousand wake-ups came one after the other, each at its time, and it
 * has not ended. A wake-up that comes late begins the count anew, since a machine that steals CPUs
 * holds up both threads; after ten seconds the machine was too busy to tell. Once a JVM has found
 * one, thirty are enough for the next.
 */
public final class HoldUp {

  /** What became of the wait. */
  public enum Verdict {
    ENDED,
    GOES_ON,
    NOT_SEEN
  }

  /** How long the threads wait: longer than a wake-up may be late. */
  public static final Duration BRIEFLY = Duration.ofMillis(40);

  private static final long STEP_NANOS = 1_000_000;
  private static final long PUNCTUAL_NANOS = 30 * STEP_NANOS;
  private static final long ENOUGH_NANOS = 10_000_000_000L;
  private static final int WAKE_UPS = 1_000;
  private static final int MORE_WAKE_UPS = 30;

  private volatile boolean isKnown;

  /**
   * Wakes whoever waits at the target until that has ended.
   *
   * @param isOver whether it has
   */
  public Verdict of(Object target, BooleanSupplier isOver) {
    int enough = isKnown ? MORE_WAKE_UPS : WAKE_UPS;
    long begin = System.nanoTime();
    long last = begin;
    int wakeUps = 0;
    while (!isOver.getAsBoolean()) {
      if (wakeUps >= enough) {
        isKnown = true;
        return Verdict.GOES_ON;
      }
      if (last - begin >= ENOUGH_NANOS) {
        return Verdict.NOT_SEEN;
      }
      while (System.nanoTime() - last < STEP_NANOS) {
        Thread.onSpinWait();
      }
      VainWakeUp.send(target);
      long now = System.nanoTime();
      wakeUps = now - last > PUNCTUAL_NANOS ? 0 : wakeUps + 1;
      last = now;
    }
    return Verdict.ENDED;
  }
}
