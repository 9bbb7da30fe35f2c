/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Ratio;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What forks tell of a figure, or of one figure by another. Logarithms make ratios symmetric: what
 * is twice as fast lies as far from 1 as what is half as fast.
 *
 * @param log of the figure; not finite if a fork measured nothing
 * @param variance of that; NaN with fewer forks than an interval takes
 * @param freedom the degrees of freedom that the variance rests on
 * @param forks of the side that has fewest
 * @param sides what the variance comes from, if it is that of a ratio
 */
record Estimate(double log, double variance, double freedom, int forks, List<Estimate> sides) {
  private static final double UPPER = 0.975;
  private static final double POWER = 0.8;

  Estimate(double log, double variance, double freedom, int forks) {
    this(log, variance, freedom, forks, List.of());
  }

  /** Returns what the logs of forks tell, with what is known of the spread of such forks. */
  static Estimate of(double[] logs, Spread spread) {
    double mean = ForkStatistics.finite(logs) ? ForkStatistics.mean(logs) : Double.NaN;
    return logs.length < ForkStatistics.FEWEST_FORKS
        ? new Estimate(mean, Double.NaN, 0, logs.length)
        : new Estimate(
            mean, spread.variance(logs) / logs.length, spread.freedom(logs), logs.length);
  }

  /** Returns this by the other, with Welch's degrees of freedom. */
  Estimate over(Estimate other) {
    double sum = variance + other.variance;
    double shares = variance * variance / freedom + other.variance * other.variance / other.freedom;
    return new Estimate(
        log - other.log,
        sum,
        sum > 0 ? sum * sum / shares : freedom + other.freedom,
        Math.min(forks, other.forks),
        List.of(this, other));
  }

  /** Returns the other by this, for a ratio. */
  Estimate inverse() {
    return new Estimate(-log, variance, freedom, forks, sides);
  }

  /** Returns this by a figure that is known. */
  Estimate over(double figure) {
    return new Estimate(log - StrictMath.log(figure), variance, freedom, forks, sides);
  }

  /** Returns the same as so many forks of each side would tell it; one that has more keeps them. */
  Estimate from(int more) {
    if (!sides.isEmpty()) {
      Estimate ratio = sides.get(0).from(more).over(sides.get(1).from(more));
      return new Estimate(log, ratio.variance, ratio.freedom, ratio.forks, ratio.sides);
    }
    return more <= forks
        ? this
        : new Estimate(log, variance * forks / more, freedom + more - forks, more);
  }

  double value() {
    return StrictMath.exp(log);
  }

  /** Returns the figure as it stands in a table, or null if a fork measured nothing. */
  Amount amount(String unit) {
    return Double.isFinite(log) ? new Amount(value(), interval(), unit, forks) : null;
  }

  /** Returns whether forks enough measured something. */
  boolean hasInterval() {
    return Double.isFinite(log) && !Double.isNaN(variance);
  }

  /** Returns the 95 % interval, or null. */
  Interval interval() {
    if (!hasInterval()) {
      return null;
    }
    double half = variance == 0 ? 0 : quantile(UPPER) * StrictMath.sqrt(variance);
    return new Interval(StrictMath.exp(log - half), StrictMath.exp(log + half));
  }

  /** Returns the figure with its interval, or null if a fork measured nothing. */
  Ratio ratio() {
    return Double.isFinite(log) ? new Ratio(value(), interval()) : null;
  }

  /**
   * Returns the smallest difference that such forks show in four of five runs by their 95 %
   * intervals, as a logarithm.
   */
  double detectable() {
    return variance == 0 ? 0 : (quantile(UPPER) + quantile(POWER)) * StrictMath.sqrt(variance);
  }

  /**
   * Returns how often chance alone puts forks so far above a line, given as a logarithm, though the
   * truth is not above it: at most 0.025 exactly if the 95 % interval lies above the line.
   */
  double chanceAbove(double line) {
    if (!hasInterval()) {
      return 1;
    }
    if (variance == 0) {
      return log > line ? 0 : 1;
    }
    double t = (line - log) / StrictMath.sqrt(variance);
    return new TDistribution(freedom).cumulativeProbability(t);
  }

  /** Returns the same of forks below a line. */
  double chanceBelow(double line) {
    return new Estimate(-log, variance, freedom, forks).chanceAbove(-line);
  }

  private double quantile(double p) {
    return new TDistribution(freedom).inverseCumulativeProbability(p);
  }
}
