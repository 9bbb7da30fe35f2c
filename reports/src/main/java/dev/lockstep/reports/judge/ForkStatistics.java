/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Ratio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Statistics whose unit of evidence is the fork: iterations of one JVM are not independent.
 *
 * <p>Everything is computed in log space with {@link StrictMath}, so that ratios have symmetric
 * errors and every machine gets the same digits.
 */
final class ForkStatistics {
  /** Fewer forks than this give no interval. */
  static final int FEWEST_FORKS = 3;

  private static final double UPPER = 0.975;

  private ForkStatistics() {}

  /** Returns per fork the log of the mean of its iterations. */
  static double[] logMeans(List<List<Double>> forks) {
    return forks.stream().mapToDouble(fork -> StrictMath.log(mean(fork))).toArray();
  }

  /**
   * Returns per fork the log of its fast quartile: the lower one where less is better, otherwise
   * the upper one.
   */
  static double[] logQuartiles(List<List<Double>> forks, boolean lessIsBetter) {
    double p = lessIsBetter ? 0.25 : 0.75;
    return forks.stream().mapToDouble(fork -> StrictMath.log(quantile(fork, p))).toArray();
  }

  /** Returns the exponentiated 95 % t interval of the mean of the logs, or null. */
  static Interval interval(double[] logs) {
    return interval(logs, Spread.UNKNOWN);
  }

  /** Returns the same, with what is known of the spread of such forks. */
  static Interval interval(double[] logs, Spread spread) {
    return logs.length == 0 ? null : Estimate.of(logs, spread).interval();
  }

  /** Returns the 95 % t interval of the mean of figures that may be below 0, or null. */
  static Interval plainInterval(double[] values) {
    if (values.length < FEWEST_FORKS || !finite(values)) {
      return null;
    }
    double half =
        new TDistribution(values.length - 1.0).inverseCumulativeProbability(UPPER)
            * StrictMath.sqrt(variance(values) / values.length);
    return new Interval(mean(values) - half, mean(values) + half);
  }

  /**
   * Returns exp(mean of a − mean of b) with Welch's 95 % interval, or null if a fork measured 0.
   */
  static Ratio ratio(double[] a, double[] b) {
    return ratio(a, Spread.UNKNOWN, b, Spread.UNKNOWN);
  }

  /** Returns the same, with what is known of the spread of such forks as either side has. */
  static Ratio ratio(double[] a, Spread ofA, double[] b, Spread ofB) {
    return Estimate.of(a, ofA).over(Estimate.of(b, ofB)).ratio();
  }

  /** Returns the quantile with linear interpolation between order statistics (type 7). */
  static double quantile(List<Double> values, double p) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    double place = p * (sorted.size() - 1);
    int below = (int) place;
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return low + (place - below) * (high - low);
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }

  static boolean finite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
