/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What only the other forks of a trial show: that one of them had less of the CPUs than they. A
 * thread that had to share a CPU, or to wait for one, takes the CPU time that it always takes, over
 * a longer time.
 */
final class Siblings {

  /** Of three, the one in the middle is not the odd one. */
  private static final int ENOUGH = 3;

  /** A busy share below so much of that of the others is no noise: half of two CPUs is 0.5. */
  private static final double LEAST_SHARE = 0.75;

  private Siblings() {}

  /**
   * The forks of a trial, each slow one that was less busy than the others marked as disturbed. A
   * trial whose threads wait for one another or for something is busy as its scheduler likes, and
   * says nothing.
   */
  static List<TrialRecord.Fork> compared(Trial trial, Collection<TrialRecord.Fork> forks) {
    List<Double> shares =
        forks.stream().map(TrialRecord.Fork::busyShare).filter(Objects::nonNull).toList();
    if (trial.waits() || shares.size() < ENOUGH) {
      return List.copyOf(forks);
    }
    double usual = Steadiness.median(shares);
    double score = Steadiness.median(forks.stream().map(TrialRecord.Fork::log).toList());
    return forks.stream().map(fork -> against(usual, score, fork)).toList();
  }

  private static TrialRecord.Fork against(double usual, double score, TrialRecord.Fork fork) {
    Double share = fork.busyShare();
    boolean odd = share != null && share < LEAST_SHARE * usual && fork.log() > score;
    if (!odd || fork.disturbed() != null) {
      return fork;
    }
    return fork.disturbed(
        String.format(
            Locale.ROOT,
            "its threads had a CPU for %.0f %% of the time that those of the other forks had one",
            100 * share / usual));
  }
}
