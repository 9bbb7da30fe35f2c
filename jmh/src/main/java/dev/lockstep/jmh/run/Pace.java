/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * How fast the CPUs are at their best in a run: what a division takes, in nanoseconds. A fork
 * during which they were slower was disturbed, by a lower clock or by somebody on the same core,
 * whom the hypervisor does not account for.
 *
 * @param alone on one CPU while the others rest; NaN if it is not known
 * @param together on all CPUs at once; the same
 */
record Pace(double alone, double together) {

  /** Clocks go up and down by less; a core that is shared makes it half as much again and more. */
  static final double MOST = 1.25;

  /** One fork in so many may have been luckier than the machine usually is. */
  private static final int LUCKY = 10;

  /** From here on a fork keeps more than one CPU busy. */
  private static final double ONE_CPU = 1.25;

  /** That of all forks of a run so far. */
  static Pace of(Collection<TrialRecord.Fork> forks) {
    return new Pace(
        best(forks, TrialRecord.Fork::divisionNanosAlone),
        best(forks, TrialRecord.Fork::divisionNanosTogether));
  }

  private static double best(
      Collection<TrialRecord.Fork> forks, Function<TrialRecord.Fork, Double> nanos) {
    List<Double> sorted = forks.stream().map(nanos).filter(Objects::nonNull).sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / LUCKY);
  }

  /**
   * The fork, marked as disturbed if the CPUs that it kept busy were slower than they can be.
   *
   * @param threads of the benchmark
   */
  TrialRecord.Fork compared(int threads, TrialRecord.Fork fork) {
    Double busy = fork.busyShare();
    boolean onOne = busy != null && threads * busy < ONE_CPU;
    Double nanos = onOne ? fork.divisionNanosAlone() : fork.divisionNanosTogether();
    if (fork.disturbed() != null || nanos == null || !(nanos > MOST * (onOne ? alone : together))) {
      return fork;
    }
    return fork.disturbed(
        String.format(
            Locale.ROOT,
            "its CPUs were slower, a division took %.2f times as long as in other forks",
            nanos / (onOne ? alone : together)));
  }
}
