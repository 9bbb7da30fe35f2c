/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.Condition.above;
import static dev.lockstep.reports.judge.Condition.all;
import static dev.lockstep.reports.judge.Condition.below;
import static dev.lockstep.reports.judge.Condition.in;
import static dev.lockstep.reports.judge.Condition.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.reports.report.Interval;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
  private static final double FREEDOM = 4;

  /** What leaves this chance on either side has a 95 % interval that reaches to the line. */
  private static final double LINE = 0.025;

  private static Comparison from(String group, double low, double high) {
    double half = StrictMath.log(high / low) / 2;
    double error = half / new TDistribution(FREEDOM).inverseCumulativeProbability(0.975);
    Estimate figure = new Estimate(StrictMath.log(low) + half, error * error, FREEDOM, 3);
    return new Comparison(group, "", figure, "×", List.of("a", "b"));
  }

  private static boolean shows(Condition condition, Comparison... comparisons) {
    return condition.of(List.of(comparisons)).chance() < LINE;
  }

  @Test
  void moreForksTakeNothingFromTheSideThatHasThem() {
    Estimate few = new Estimate(0.5, 0.09, 2, 3);
    Estimate many = new Estimate(0, 0.01, 8, 9);
    Estimate six = few.over(many).from(6);
    assertThat(six.variance()).isEqualTo(0.045 + 0.01, within(1e-12));
    assertThat(six.log()).isEqualTo(0.5, within(1e-12));
  }

  /** A share has no logarithm, so what its forks tell apart is no ratio. */
  @Test
  void aDifferenceOfSharesIsNoRatio() {
    Estimate figure = new Estimate(0.5, 0.01, 8, 9);
    Comparison shares = new Comparison("", "", figure, Comparison.POINTS, List.of());
    Comparison times = new Comparison("", "", figure, "×", List.of());
    assertThat(StrictMath.log1p(times.detectable())).isEqualTo(shares.detectable(), within(1e-12));
    assertThat(shares.detectable()).isLessThan(times.detectable());
  }

  @Test
  void chanceAndIntervalAreTheSame() {
    Comparison each = from("", 0.9, 1.3);
    Interval interval = each.figure().interval();
    assertThat(interval.low()).isEqualTo(0.9, within(1e-9));
    assertThat(each.above(0.9).chance()).isEqualTo(LINE, within(1e-9));
    assertThat(each.below(1.3).chance()).isEqualTo(LINE, within(1e-9));
  }

  /** An interval across the line is neither a speed-up nor the lack of one. */
  @ParameterizedTest
  @CsvSource({"0.867, 2.18", "0.8, 2.0", "0.97, 1.15"})
  void anIntervalAcrossTheLineShowsNothing(double low, double high) {
    Comparison wide = from("", low, high);
    for (Condition.Side side : List.of(below(1.1), above(1.1), below(0.98), above(0.98))) {
      assertThat(shows(all(side), wide)).as(side.words()).isFalse();
      assertThat(shows(one(side), wide)).as(side.words()).isFalse();
    }
  }

  @Test
  void noBetterIsShownByANarrowIntervalOnly() {
    assertThat(shows(all(below(1.1)), from("", 0.97, 1.05))).isTrue();
    assertThat(shows(all(below(1.1)), from("", 0.8, 1.2))).isFalse();
    Condition close = all(above(0.8)).and(all(below(1.2)));
    assertThat(shows(close, from("", 0.85, 1.15))).isTrue();
    assertThat(shows(close, from("", 0.85, 1.25))).isFalse();
    assertThat(shows(close, from("", 0.75, 1.15))).isFalse();
  }

  @Test
  void allNeedsAllAndOneNeedsMoreOfMany() {
    Comparison sure = from("", 1.2, 1.3);
    Comparison open = from("", 0.9, 1.3);
    Comparison hardly = from("", 1.1001, 1.3);
    assertThat(shows(all(above(1.1)), sure, hardly)).isTrue();
    assertThat(shows(all(above(1.1)), sure, open)).isFalse();
    assertThat(shows(one(above(1.1)), sure, open)).isTrue();
    assertThat(shows(one(above(1.1)), hardly, open)).isFalse();
  }

  @Test
  void nothingShowsNothing() {
    assertThat(all(above(1)).of(List.of()).chance()).isEqualTo(1);
    assertThat(one(above(1)).of(List.of()).chance()).isEqualTo(1);
    Comparison other = from("other", 2, 3);
    assertThat(in("wanted", all(above(1))).of(List.of(other)).chance()).isEqualTo(1);
  }

  @Test
  void twoForksShowNothing() {
    Estimate two = Estimate.of(new double[] {5, 5}, Spread.UNKNOWN);
    assertThat(two.interval()).isNull();
    assertThat(two.chanceAbove(0)).isEqualTo(1);
    assertThat(two.chanceBelow(10)).isEqualTo(1);
  }

  @Test
  void moreForksNarrowWhatTheyFindAgain() {
    Shown open = from("", 0.9, 1.6).above(1.1);
    int forks = open.forks(LINE);
    assertThat(forks).isBetween(4, Shown.MOST_FORKS);
    assertThat(open.chance(each -> each.from(forks))).isLessThanOrEqualTo(LINE);
    assertThat(open.chance(each -> each.from(forks - 1))).isGreaterThan(LINE);
    assertThat(from("", 0.9, 1.6).below(1.1).forks(LINE)).isZero();
  }

  @Test
  void manyClaimsAreDecidedTogether() {
    List<Double> chances = List.of(0.9, 0.001, 0.04, 0.02);
    assertThat(Claims.level(chances, 0)).isEqualTo(0.025, within(1e-12));
    assertThat(Claims.level(chances, 1)).isEqualTo(0.0375, within(1e-12));
    assertThat(Claims.level(List.of(0.03, 0.5), 0)).isZero();
    assertThat(Claims.level(List.of(0.03), 0)).isEqualTo(0.05, within(1e-12));
    assertThat(Claims.level(List.of(), 0)).isZero();
  }

  @Test
  void shotsThatAllAgreeAreStillFew() {
    Estimate all = new Shares().add(List.of(List.of(9.0), List.of(9.0), List.of(9.0))).estimate();
    Estimate none = new Shares().add(List.of(List.of(0.0), List.of(0.0), List.of(0.0))).estimate();
    assertThat(all.over(none).chanceAbove(0)).isBetween(0.001, 0.05);
  }
}
