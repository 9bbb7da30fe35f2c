/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadinessTest {

  private static final List<Double> MEASURED = List.of(10.0, 10.1, 9.9, 10.0);

  @Test
  void aForkThatHasSettledIsNotWarming() {
    List<Double> warmup = List.of(30.0, 20.0, 12.0, 11.0, 10.5, 10.2, 10.05, 10.0, 10.0);
    assertThat(Steadiness.stillWarming(warmup, MEASURED)).isFalse();
  }

  @Test
  void aForkThatStillFallsIsWarming() {
    List<Double> warmup = List.of(30.0, 25.0, 20.0, 18.0, 17.0, 15.0, 14.0, 12.0, 11.0);
    assertThat(Steadiness.stillWarming(warmup, MEASURED)).isTrue();
  }

  @Test
  void aNoisyMeasurementHidesASmallDifference() {
    List<Double> warmup = Collections.nCopies(9, 11.0);
    assertThat(Steadiness.stillWarming(warmup, List.of(8.0, 9.0, 10.0, 11.0, 12.0))).isFalse();
  }

  @Test
  void aShortWarmUpCannotTell() {
    assertThat(Steadiness.stillWarming(List.of(), MEASURED)).isNull();
    assertThat(Steadiness.stillWarming(List.of(30.0, 25.0, 20.0, 18.0, 14.0), MEASURED)).isNull();
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Steadiness.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
  }
}
