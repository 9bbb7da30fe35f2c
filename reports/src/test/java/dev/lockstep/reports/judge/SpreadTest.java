/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.reports.report.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {

  private static final int RUNS = 400;
  private static final int TRIALS = 10;
  private static final int FORKS = 3;

  /** Draws the forks of one trial around 0. */
  private static double[] forks(Random lots, int count, double deviation) {
    double[] forks = new double[count];
    for (int i = 0; i < count; i++) {
      forks[i] = deviation * lots.nextGaussian();
    }
    return forks;
  }

  /**
   * However unlike the trials of a run spread, their intervals hold the truth as often as they say,
   * and are narrower than those of trials by themselves.
   *
   * @param unlike standard deviation of the logarithm of the variances
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 1.5, 2.5})
  void intervalsHoldWhatTheySay(double unlike) {
    Random lots = new Random(42);
    int right = 0;
    List<Double> alone = new ArrayList<>();
    List<Double> together = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      List<double[]> trials = new ArrayList<>();
      for (int trial = 0; trial < TRIALS; trial++) {
        double deviation = 0.05 * StrictMath.exp(unlike * lots.nextGaussian() / 2);
        trials.add(forks(lots, FORKS, deviation));
      }
      Spread spread = Spread.of(trials);
      for (double[] forks : trials) {
        Interval interval = ForkStatistics.interval(forks, spread);
        right += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
        together.add(width(interval));
        alone.add(width(ForkStatistics.interval(forks)));
      }
    }
    assertThat(right / (double) (RUNS * TRIALS)).isBetween(0.935, 0.97);
    assertThat(median(together)).isLessThan(0.9 * median(alone));
  }

  private static double width(Interval interval) {
    return StrictMath.log(interval.high() / interval.low());
  }

  private static double median(List<Double> values) {
    return ForkStatistics.quantile(values, 0.5);
  }

  @Test
  void trialsThatSpreadAlikeLendOneAnotherAllThatTheyKnow() {
    List<double[]> alike = Collections.nCopies(8, new double[] {0.9, 1, 1.1});
    Spread spread = Spread.of(alike);
    assertThat(spread.variance()).isCloseTo(0.01, within(1e-12));
    assertThat(spread.freedom()).isEqualTo(14);
    assertThat(spread.freedom(alike.get(0))).isEqualTo(16);
  }

  @Test
  void trialsThatSpreadUnlikeLendLittle() {
    List<double[]> trials = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double one = StrictMath.pow(10, -i);
      trials.add(new double[] {-one, 0, one});
    }
    assertThat(Spread.of(trials).freedom()).isLessThan(1);
  }

  @Test
  void theOddOneIsNotSaidToSpreadLessThanItsForksDid() {
    Random lots = new Random(7);
    List<double[]> trials = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      trials.add(forks(lots, FORKS, 0.01));
    }
    double[] odd = {0, 1, 2};
    trials.add(odd);
    assertThat(Spread.of(trials).variance(odd)).isEqualTo(1);
  }

  @Test
  void aQuietTrialIsSaidToSpreadAsTheOthersDo() {
    Random lots = new Random(7);
    List<double[]> trials = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      trials.add(forks(lots, 4, 0.05));
    }
    double[] lucky = {1, 1.00001, 1.00002, 1.00003};
    trials.add(lucky);
    assertThat(Spread.of(trials).variance(lucky))
        .isGreaterThan(100 * ForkStatistics.variance(lucky));
  }

  @Test
  void fewTrialsOrForksLendNothing() {
    double[] three = {0.9, 1, 1.1};
    assertThat(Spread.of(Collections.nCopies(5, three))).isEqualTo(Spread.UNKNOWN);
    assertThat(Spread.of(Collections.nCopies(20, new double[] {1, 2}))).isEqualTo(Spread.UNKNOWN);
    assertThat(Spread.of(Collections.nCopies(20, new double[] {1, 1, 1})))
        .isEqualTo(Spread.UNKNOWN);
    assertThat(Spread.of(Collections.nCopies(20, new double[] {1, 2, Double.NaN})))
        .isEqualTo(Spread.UNKNOWN);
  }

  @Test
  void whereNothingIsKnownTheIntervalIsThatOfTheForks() {
    double[] forks = {0.9, 1, 1.2, 1.1};
    assertThat(ForkStatistics.interval(forks, Spread.UNKNOWN))
        .isEqualTo(ForkStatistics.interval(forks));
    assertThat(Spread.UNKNOWN.freedom(forks)).isEqualTo(3);
  }
}
