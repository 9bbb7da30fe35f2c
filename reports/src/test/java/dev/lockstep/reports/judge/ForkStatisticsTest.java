/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.reports.report.Ratio;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForkStatisticsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void quantilesInterpolateBetweenOrderStatistics() {
    assertThat(ForkStatistics.quantile(List.of(4.0, 1.0, 3.0, 2.0), 0.25)).isEqualTo(1.75);
    assertThat(ForkStatistics.quantile(List.of(7.0), 0.25)).isEqualTo(7.0);
    assertThat(ForkStatistics.quantile(List.of(1.0, 2.0), 1.0)).isEqualTo(2.0);
  }

  @Test
  void fewerThanThreeForksGiveNoInterval() {
    assertThat(ForkStatistics.interval(new double[] {1, 2})).isNull();
    Ratio ratio = ForkStatistics.ratio(new double[] {1, 2}, new double[] {0, 0, 0});
    assertThat(ratio.value()).isEqualTo(StrictMath.exp(1.5), EXACTLY);
    assertThat(ratio.interval()).isNull();
  }

  @Test
  void equalForksGiveAnIntervalOfNoWidth() {
    Ratio ratio = ForkStatistics.ratio(new double[] {1, 1, 1}, new double[] {0, 0, 0});
    assertThat(ratio.interval().low()).isEqualTo(ratio.interval().high());
  }

  @Test
  void aForkThatMeasuredNothingGivesNoInterval() {
    double[] logs = ForkStatistics.logMeans(List.of(List.of(0.0), List.of(1.0), List.of(1.0)));
    assertThat(ForkStatistics.interval(logs)).isNull();
    assertThat(ForkStatistics.ratio(logs, logs)).isNull();
  }

  @Test
  void intervalIsStudentsT() {
    // mean 2, standard deviation 1, n 3: 2 ± 4.302652730 / sqrt(3)
    assertThat(StrictMath.log(ForkStatistics.interval(new double[] {1, 2, 3}).low()))
        .isEqualTo(2 - 2.484137711, within(1e-8));
  }

  @Test
  void welchHasHisOwnDegreesOfFreedom() {
    // variances 1/3 and 4/3, freedom 2.941176471, t 3.218758615 of it
    Ratio ratio = ForkStatistics.ratio(new double[] {1, 2, 3}, new double[] {0, 2, 4});
    assertThat(ratio.value()).isEqualTo(1.0, EXACTLY);
    double half = StrictMath.log(ratio.interval().high());
    assertThat(half / StrictMath.sqrt(5.0 / 3)).isEqualTo(3.218758615, within(1e-8));
  }

  @Test
  void throughputTakesTheOtherQuartile() {
    List<List<Double>> forks = List.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    assertThat(StrictMath.exp(ForkStatistics.logQuartiles(forks, true)[0])).isEqualTo(2, EXACTLY);
    assertThat(StrictMath.exp(ForkStatistics.logQuartiles(forks, false)[0])).isEqualTo(4, EXACTLY);
  }
}
