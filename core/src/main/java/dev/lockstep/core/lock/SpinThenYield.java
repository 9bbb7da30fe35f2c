/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

/**
 * How a thread waits whose turn is handed to it: it looks 200 times with a spin hint between, and
 * from then on yields its CPU at every look.
 *
 * <p>A lock that goes to whoever comes first may take a waiting thread that runs. One that is
 * handed over goes to the thread that is next, and if the operating system has put that one aside,
 * nobody enters before it runs again. With more threads than CPUs those that only spun would keep
 * the very CPU that it needs, each for a whole time slice, and nearly every hand-over would wait
 * for that.
 */
public final class SpinThenYield {

  private static final int SPINS = 200;

  private SpinThenYield() {}

  /**
   * Pauses between two looks.
   *
   * @param turns what the last pause of this wait returned, 0 for the first
   * @return what the next pause is to be given
   */
  @SuppressWarnings("ThreadPriorityCheck") // the thread whose turn it is may need this processor
  public static int pause(int turns) {
    if (turns < SPINS) {
      Thread.onSpinWait();
      return turns + 1;
    }
    Thread.yield();
    return turns;
  }
}
