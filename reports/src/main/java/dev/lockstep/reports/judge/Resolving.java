/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Resolution;
import java.util.List;

/** Finds what differences the prices of a run tell apart. */
final class Resolving {
  private Resolving() {}

  /**
   * Returns the resolution of the heart, or null if none of its figures has an interval. The
   * difference of two independent figures has √2 times the error of one.
   */
  static Resolution of(List<Price> prices) {
    List<Double> differences =
        prices.stream()
            .filter(price -> price.heart() && price.interval() != null)
            .map(
                price -> {
                  double logs =
                      StrictMath.log(price.interval().high() / price.interval().low()) / 2;
                  return StrictMath.expm1(StrictMath.sqrt(2) * logs);
                })
            .toList();
    return differences.isEmpty()
        ? null
        : new Resolution(
            differences.size(),
            ForkStatistics.quantile(differences, 0.5),
            ForkStatistics.quantile(differences, 0.9));
  }
}
