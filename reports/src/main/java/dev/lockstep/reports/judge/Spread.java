/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * How much the forks of trials of one sort spread: what the variance of one trial is expected to be
 * before its own forks are looked at, and how many degrees of freedom that is worth. Three forks
 * alone know little of their variance, and an interval of them is up to seven times as wide as it
 * has to be; beside ten other trials of the same benchmark they know more. Trials that spread alike
 * lend one another much, trials that do not lend little.
 *
 * @param variance that is expected
 * @param freedom what that is worth; 0 if nothing is
 * @see <a href="https://doi.org/10.2202/1544-6115.1027">Smyth, Linear models and empirical Bayes
 *     methods, 2004: the moderated t statistic</a>
 */
record Spread(double variance, double freedom) {

  /** Each trial by itself. */
  static final Spread UNKNOWN = new Spread(0, 0);

  /** From fewer trials nobody can tell how alike they spread. */
  private static final int FEWEST_TRIALS = 6;

  /** Forks that agree to the last digit have measured nothing that varies. */
  private static final double LEAST_SHARE = 1e-5;

  /**
   * Returns what is known from the forks of several trials.
   *
   * @param trials the logs of the figures of each one's forks
   */
  static Spread of(List<double[]> trials) {
    List<double[]> useful = new ArrayList<>();
    List<Double> variances = new ArrayList<>();
    for (double[] forks : trials) {
      if (forks.length >= ForkStatistics.FEWEST_FORKS && ForkStatistics.finite(forks)) {
        useful.add(forks);
        variances.add(ForkStatistics.variance(forks));
      }
    }
    int n = useful.size();
    if (n < FEWEST_TRIALS) {
      return UNKNOWN;
    }
    double least = LEAST_SHARE * ForkStatistics.quantile(variances, 0.5);
    if (least == 0) {
      return UNKNOWN;
    }
    double[] logs = new double[n];
    double chance = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      double own = useful.get(i).length - 1.0;
      double log = StrictMath.log(Math.max(variances.get(i), least));
      logs[i] = log - Gamma.digamma(own / 2) + StrictMath.log(own / 2);
      chance += Gamma.trigamma(own / 2) / n;
      all += own;
    }
    // Not more than all other trials together have.
    double most = all * (n - 1) / n;
    double unlike = ForkStatistics.variance(logs) - chance;
    if (unlike <= 0) {
      return new Spread(variances.stream().mapToDouble(Double::doubleValue).sum() / n, most);
    }
    double freedom = Math.min(most, 2 * inverseTrigamma(unlike));
    double expected =
        StrictMath.exp(
            ForkStatistics.mean(logs) + Gamma.digamma(freedom / 2) - StrictMath.log(freedom / 2));
    return new Spread(expected, freedom);
  }

  /**
   * Returns the variance of a trial, its own forks and what is expected taken together; never less
   * than that of its own forks, since otherwise the odd one would pass for one like the others.
   */
  double variance(double[] forks) {
    double own = ForkStatistics.variance(forks);
    double count = forks.length - 1.0;
    return Math.max(own, (freedom * variance + count * own) / (freedom + count));
  }

  /** Returns the degrees of freedom of that variance. */
  double freedom(double[] forks) {
    return freedom + forks.length - 1;
  }

  /** Returns where the trigamma function, which falls, has a value: by halving, to 12 digits. */
  private static double inverseTrigamma(double value) {
    double low = 1e-6;
    double high = 1e6;
    while (high / low > 1 + 1e-12) {
      double middle = StrictMath.sqrt(low * high);
      if (Gamma.trigamma(middle) > value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
