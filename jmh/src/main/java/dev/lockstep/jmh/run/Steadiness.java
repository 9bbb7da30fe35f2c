/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.util.List;

/** Whether a fork had warmed up when it was measured. */
final class Steadiness {

  /** A smaller difference is nobody's business. */
  private static final double TOLERANCE = 0.01;

  /** A third of fewer iterations than these is one or two, whose median says nothing. */
  private static final int ENOUGH = 9;

  private Steadiness() {}

  /**
   * Whether the median of the last third of the warm-up and the median of the measurement differ by
   * more than 1 % and more than twice the median absolute deviation of the measurement. Null when
   * the warm-up was too short to tell.
   */
  static Boolean stillWarming(List<Double> warmup, List<Double> measurement) {
    if (warmup.size() < ENOUGH || measurement.isEmpty()) {
      return null;
    }
    double before = median(warmup.subList(warmup.size() - warmup.size() / 3, warmup.size()));
    double now = median(measurement);
    double spread = median(measurement.stream().map(score -> Math.abs(score - now)).toList());
    return Math.abs(before - now) > Math.max(TOLERANCE * now, 2 * spread);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
