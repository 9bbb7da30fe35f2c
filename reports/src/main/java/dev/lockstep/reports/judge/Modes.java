/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Mode;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whether forks fall into two modes, which no interval describes: a mean of both is the
 * figure of neither. Contended counters do, by the CPUs that their threads come to lie on.
 */
final class Modes {

  /** With fewer, one sample of a bell curve in twenty would look like two. */
  private static final int FEWEST = 6;

  private static final int FEWEST_IN_ONE = 2;

  /** By so much the gap is wider than either mode: one bell curve in eighty shows that. */
  private static final double APART = 3;

  /** A smaller difference is not worth two figures. */
  private static final double LEAST = StrictMath.log(1.2);

  private Modes() {}

  /**
   * Returns the two modes, the lower first, or nothing if there is one.
   *
   * @param logs of the means of the forks
   */
  static List<Mode> of(double[] logs) {
    double[] sorted = logs.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    boolean enough = n >= FEWEST && ForkStatistics.finite(logs);
    for (int i = FEWEST_IN_ONE; enough && i <= n - FEWEST_IN_ONE; i++) {
      double gap = sorted[i] - sorted[i - 1];
      double widest = Math.max(sorted[i - 1] - sorted[0], sorted[n - 1] - sorted[i]);
      if (gap >= LEAST && gap > APART * widest) {
        return List.of(mode(sorted, 0, i), mode(sorted, i, n));
      }
    }
    return List.of();
  }

  private static Mode mode(double[] sorted, int from, int to) {
    double[] forks = Arrays.copyOfRange(sorted, from, to);
    return new Mode(StrictMath.exp(ForkStatistics.mean(forks)), forks.length);
  }
}
