/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Whether a fork had warmed up when it was measured, and how long the next one warms up. */
final class Steadiness {

  /** A third of fewer iterations than these is one or two, whose median says nothing. */
  private static final int ENOUGH = 9;

  /** Of the warm-up that the plan gives; what is not flat then is said not to be. */
  private static final int MOST = 8;

  private Steadiness() {}

  /**
   * Whether the measurement was, in the median, faster than the fastest iteration of the last third
   * of the warm-up: by more than half of what the trial has to tell apart, and by more than twice
   * its median absolute deviation. One that was slower is not cured by more warm-up. Null when the
   * warm-up was too short to tell.
   *
   * @param resolution see {@link Trial#resolution}
   */
  static Boolean stillWarming(List<Double> warmup, List<Double> measurement, double resolution) {
    if (warmup.size() < ENOUGH || measurement.isEmpty()) {
      return null;
    }
    List<Double> last = warmup.subList(warmup.size() - warmup.size() / 3, warmup.size());
    double now = median(measurement);
    double spread = median(measurement.stream().map(score -> Math.abs(score - now)).toList());
    return Collections.min(last) - now > Math.max(resolution / 2 * now, 2 * spread);
  }

  /**
   * The iterations of the next fork of a trial: after each that was still warming, twice the
   * warm-up that it had, until that is flat or eight times what is planned.
   *
   * @param forks that it has
   */
  static Series next(Series planned, Collection<TrialRecord.Fork> forks) {
    int times = 1;
    for (TrialRecord.Fork fork : forks) {
      boolean asLong = fork.warmup().size() >= times * planned.warmups();
      if (asLong && fork.isStillWarming() && times < MOST) {
        times *= 2;
      }
    }
    return planned.warmed(times);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
