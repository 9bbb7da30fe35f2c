/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogAxisTest {
  @Test
  void equalFactorsAreEqualDistances() {
    LogAxis axis = new LogAxis(1, 1000, 100, 400);
    assertThat(axis.at(1)).isCloseTo(100, within(1e-9));
    assertThat(axis.at(10)).isCloseTo(200, within(1e-9));
    assertThat(axis.at(1000)).isCloseTo(400, within(1e-9));
    assertThat(axis.ticks()).containsExactly(1.0, 10.0, 100.0, 1000.0);
  }

  @Test
  void widensToOneTwoOrFive() {
    LogAxis axis = new LogAxis(103, 1020, 0, 1);
    assertThat(axis.ticks()).containsExactly(100.0, 200.0, 500.0, 1000.0, 2000.0);
    assertThat(axis.at(103)).isPositive();
    assertThat(axis.at(1020)).isLessThan(1);
  }

  @Test
  void hasRoomForOneFigureOnly() {
    LogAxis axis = new LogAxis(10, 10, 0, 1);
    assertThat(axis.at(10)).isBetween(0.0, 1.0);
    assertThat(axis.ticks()).hasSizeGreaterThan(1);
  }

  @Test
  void writesRatesAndTimesInTheirLargestUnit() {
    assertThat(Figures.rate(12_345_678)).isEqualTo("12.3\u00a0M");
    assertThat(Figures.rate(999)).isEqualTo("999");
    assertThat(Figures.rate(2e9)).isEqualTo("2\u00a0G");
    assertThat(Figures.nanos(1500)).isEqualTo("1.5\u00a0µs");
    assertThat(Figures.nanos(2.5e9)).isEqualTo("2.5\u00a0s");
  }
}
