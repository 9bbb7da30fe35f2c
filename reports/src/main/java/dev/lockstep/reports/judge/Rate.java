/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.JcstressResult;
import java.util.ArrayList;
import java.util.List;

/**
 * How often one test showed a row of outcomes. Forks differ more than the samples of one fork do:
 * each fork has a rate of its own, whatever its configuration, and the fork in the middle speaks
 * for all.
 *
 * @param forks that took samples
 * @param showing how many of these saw the row often enough
 * @param sightings over all forks
 * @param samples over all forks
 * @param median of the rates of the forks, in sightings per sample; null without forks
 */
record Rate(int forks, int showing, long sightings, long samples, Double median) {
  static final Rate NOT_RUN = new Rate(0, 0, 0, 0, null);

  /** With fewer forks nothing counts. */
  static final int LEAST_FORKS = 3;

  /** Returns the rate at which the results showed any outcome of a row. */
  static Rate of(List<JcstressResult> results, List<String> row, long enough) {
    List<JcstressResult> forks = results.stream().filter(each -> each.samples() > 0).toList();
    if (forks.isEmpty()) {
      return NOT_RUN;
    }
    List<Double> rates = new ArrayList<>();
    int showing = 0;
    long sightings = 0;
    long samples = 0;
    for (JcstressResult fork : forks) {
      long seen = seen(fork, row);
      rates.add(seen / (double) fork.samples());
      showing += seen >= enough ? 1 : 0;
      sightings += seen;
      samples += fork.samples();
    }
    double median = ForkStatistics.quantile(rates, 0.5);
    return new Rate(forks.size(), showing, sightings, samples, median);
  }

  private static long seen(JcstressResult fork, List<String> row) {
    long seen = 0;
    for (JcstressResult.Outcome each : fork.outcomes()) {
      seen += row.contains(each.id()) ? each.count() : 0;
    }
    return seen;
  }

  /** Returns whether the row shows here: in two of three forks, and there are three. */
  boolean counts() {
    return forks >= LEAST_FORKS && 3 * showing >= 2 * forks;
  }
}
