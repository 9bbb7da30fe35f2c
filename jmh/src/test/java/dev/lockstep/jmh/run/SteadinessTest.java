/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SteadinessTest {

  private static final List<Double> MEASURED = List.of(10.0, 10.1, 9.9, 10.0);

  @Test
  void aForkThatHasSettledIsNotWarming() {
    List<Double> warmup = List.of(30.0, 20.0, 12.0, 11.0, 10.5, 10.2, 10.05, 10.0, 10.0);
    assertThat(Steadiness.stillWarming(warmup, MEASURED, 0.05)).isFalse();
  }

  @Test
  void aForkThatStillFallsIsWarming() {
    List<Double> warmup = List.of(30.0, 25.0, 20.0, 18.0, 17.0, 15.0, 14.0, 12.0, 11.0);
    assertThat(Steadiness.stillWarming(warmup, MEASURED, 0.05)).isTrue();
  }

  @Test
  void aNoisyMeasurementHidesASmallDifference() {
    List<Double> warmup = Collections.nCopies(9, 11.0);
    assertThat(Steadiness.stillWarming(warmup, List.of(8.0, 9.0, 10.0, 11.0, 12.0), 0.05))
        .isFalse();
  }

  @Test
  void aNoisyWarmUpHidesOne() {
    List<Double> warmup = List.of(9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 8.0, 11.0, 14.0);
    assertThat(Steadiness.stillWarming(warmup, MEASURED, 0.05)).isFalse();
  }

  @Test
  void aDifferenceThatTheTrialNeedNotTellApartIsNone() {
    List<Double> warmup = Collections.nCopies(9, 10.6);
    assertThat(Steadiness.stillWarming(warmup, MEASURED, 0.05)).isTrue();
    assertThat(Steadiness.stillWarming(warmup, MEASURED, 0.15)).isFalse();
  }

  @Test
  void moreWarmUpDoesNotCureWhatGetsSlower() {
    assertThat(Steadiness.stillWarming(Collections.nCopies(9, 5.0), MEASURED, 0.05)).isFalse();
  }

  @Test
  void theNextForkWarmsUpTwiceAsLong() {
    Series planned = new Series(9, 33, 3, 100);
    assertThat(Steadiness.next(planned, List.of())).isEqualTo(planned);
    assertThat(Steadiness.next(planned, List.of(fork(9, null), fork(9, false)))).isEqualTo(planned);
    assertThat(Steadiness.next(planned, List.of(fork(9, true), fork(18, false))))
        .isEqualTo(new Series(18, 33, 3, 100));
    assertThat(Steadiness.next(planned, List.of(fork(9, true), fork(18, true))))
        .isEqualTo(new Series(36, 33, 3, 100));
  }

  @Test
  void aForkWithLessWarmUpSaysNothingOfMore() {
    assertThat(Steadiness.next(new Series(9, 3, 100), List.of(fork(9, true), fork(9, true))))
        .isEqualTo(new Series(18, 100, 3, 100));
  }

  @Test
  void whatNeverSettlesHasEightTimesTheWarmUp() {
    List<TrialRecord.Fork> forks =
        Stream.of(9, 18, 36, 72, 72).map(warmups -> fork(warmups, true)).toList();
    assertThat(Steadiness.next(new Series(9, 3, 100), forks).warmups()).isEqualTo(72);
  }

  private static TrialRecord.Fork fork(int warmups, Boolean stillWarming) {
    return Forks.of(Collections.nCopies(warmups, 1.0), List.of(1.0), stillWarming, null);
  }

  @Test
  void aShortWarmUpCannotTell() {
    assertThat(Steadiness.stillWarming(List.of(), MEASURED, 0.05)).isNull();
    assertThat(Steadiness.stillWarming(List.of(30.0, 25.0, 20.0, 18.0, 14.0), MEASURED, 0.05))
        .isNull();
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Steadiness.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
  }
}
