/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.ArrayList;
import java.util.List;

/** How many shots of each fork did something: a share may be 0, so it has no logarithm. */
final class Shares {
  private final List<Double> forks = new ArrayList<>();
  private int shots;
  private int hits;

  /** Adds forks of which each shot counted something, or nothing. */
  Shares add(List<List<Double>> counts) {
    for (List<Double> fork : counts) {
      int mine = (int) fork.stream().filter(count -> count > 0).count();
      hits += mine;
      shots += fork.size();
      forks.add(mine / (double) fork.size());
    }
    return this;
  }

  boolean isEmpty() {
    return shots == 0;
  }

  double mean() {
    return hits / (double) shots;
  }

  /**
   * Returns the share, itself in place of its logarithm. Forks vary, and so do shots: where all
   * forks agree, the few shots of each still leave it open.
   */
  Estimate estimate() {
    double[] shares = forks.stream().mapToDouble(Double::doubleValue).toArray();
    Estimate ofForks = Estimate.of(shares, Spread.UNKNOWN);
    double likely = (hits + 1.0) / (shots + 2.0);
    return new Estimate(
        ofForks.log(),
        Math.max(ofForks.variance(), likely * (1 - likely) / shots),
        ofForks.freedom(),
        ofForks.forks());
  }
}
