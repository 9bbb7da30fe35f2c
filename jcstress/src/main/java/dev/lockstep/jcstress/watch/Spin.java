/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

/** A pause that keeps the processor: some ten to a hundred nanoseconds for each turn. */
public final class Spin {

  private Spin() {}

  /** Gives other threads the time of so many spin hints. */
  public static void times(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
  }
}
