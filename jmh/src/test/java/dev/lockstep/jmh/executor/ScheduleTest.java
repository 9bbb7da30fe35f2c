/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import org.junit.jupiter.api.Test;

/** Schedules that began long ago: whoever asks is late, and nobody has to wait. */
class ScheduleTest {

  private static final int ARRIVALS = 10;
  private static final long SECOND = 1_000_000_000;

  /** Ten requests, one each second, of which the last was due as the test begins. */
  private static Schedule late() {
    return since(ARRIVALS);
  }

  private static Schedule since(int seconds) {
    return new Schedule(ARRIVALS, 1, System.nanoTime() - seconds * SECOND);
  }

  /** A sender that is held up sends late, and its requests have waited all the same. */
  @Test
  void aLatencyCountsFromTheMomentOfTheIntendedArrival() {
    Schedule schedule = late();
    int first = schedule.await();
    schedule.serve(first);
    assertThat(first).isZero();
    assertThat(schedule.latencies().getMinValue()).isGreaterThanOrEqualTo(8_990_000_000L);
  }

  @Test
  void everyRequestIsSentOnceAndInOrder() {
    Schedule schedule = late();
    for (int number = 0; number < ARRIVALS; number++) {
      assertThat(schedule.await()).isEqualTo(number);
      schedule.serve(number);
    }
    assertThat(schedule.await()).isEqualTo(-1);
    assertThat(schedule.isDone()).isTrue();
    assertThatCode(() -> schedule.verify("FIXED")).doesNotThrowAnyException();
    assertThat(schedule.latencies().getTotalCount()).isEqualTo(ARRIVALS);
    assertThat(schedule.kept()).isPositive().isLessThanOrEqualTo(1);
  }

  @Test
  void whoCannotKeepTheRateIsSentNoMoreAfterTwiceTheTime() {
    Schedule schedule = since(3 * ARRIVALS);
    assertThat(schedule.await()).isEqualTo(-1);
    assertThatCode(() -> schedule.verify("FIXED")).doesNotThrowAnyException();
    assertThat(schedule.kept()).isZero();
  }

  @Test
  void aWrongAnswerIsFoundOut() {
    Schedule schedule = late();
    schedule.answered(schedule.await(), 4711);
    assertThatThrownBy(() -> schedule.verify("FIXED"))
        .isInstanceOf(WrongResultException.class)
        .hasMessage("FIXED: 1 requests were sent, 1 answered once, 1 answers were wrong");
  }

  @Test
  void aRequestThatWasLostIsFoundOut() {
    Schedule schedule = late();
    schedule.serve(schedule.await());
    assertThat(schedule.await()).isEqualTo(1);
    assertThat(schedule.isDone()).isFalse();
    assertThatThrownBy(() -> schedule.verify("FIXED")).isInstanceOf(WrongResultException.class);
  }

  @Test
  void aRequestThatWasServedTwiceIsFoundOut() {
    Schedule schedule = late();
    schedule.serve(schedule.await());
    schedule.serve(0);
    assertThatThrownBy(() -> schedule.verify("FIXED")).isInstanceOf(WrongResultException.class);
  }
}
