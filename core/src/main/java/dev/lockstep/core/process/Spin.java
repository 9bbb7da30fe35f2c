/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/**
 * One wait: looking again and again before sleeping, for as long as was learnt from the waits
 * before. That is about the time of a sleep and a wake-up if the last waits were shorter than that,
 * and next to nothing if they were longer. So a ping-pong of short tasks never sleeps, and who
 * waits for a long task takes no CPU from it.
 *
 * <p>Looks with a pause of the CPU first, later with {@link Thread#yield}, and only with the latter
 * if there are more threads at work than CPUs: then the CPU belongs to whoever is waited for.
 */
final class Spin {

  /** For the first wait, in nanoseconds. */
  static final long FIRST = 50_000;

  private static final long LEAST = 1_000;
  private static final long MOST = 100_000;
  private static final long WITHOUT_YIELD = 500;
  private static final int CROWDED_LOOKS = 3;

  private final long start = System.nanoTime();
  private final long budget;
  private final boolean crowded;
  private int looks;

  /** A wait that begins now. */
  Spin(long budget, boolean crowded) {
    this.budget = budget;
    this.crowded = crowded;
  }

  /** Passes a moment; false if it is time to sleep. */
  @SuppressWarnings("ThreadPriorityCheck") // a hint only: correct without it, and bounded
  boolean again() {
    looks++;
    if (crowded) {
      Thread.yield();
      return looks <= CROWDED_LOOKS;
    }
    long waited = System.nanoTime() - start;
    if (waited > budget) {
      return false;
    }
    if (waited < WITHOUT_YIELD) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
    return true;
  }

  /** The wait has ended, asleep or not: the budget of the next. */
  long learnt() {
    long waited = System.nanoTime() - start;
    return waited <= MOST ? Math.min(MOST, 2 * budget) : Math.max(LEAST, budget / 2);
  }
}
