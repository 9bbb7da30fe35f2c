/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  @Test
  void twoIncrementsMakeTwo() {
    assertThat(wrong(0, answer(2, null, null))).isNull();
    assertThat(wrong(0, answer(1, null, null))).isEqualTo("value() gave 1 after two increments");
    assertThat(wrong(2, answer(2, null, null))).isNull();
    assertThat(wrong(2, answer(1, null, null))).contains("count was 1");
  }

  @Test
  void oneOfTwoGetsTheLock() {
    assertThat(wrong(1, answer(null, true, false))).isNull();
    assertThat(wrong(1, answer(null, false, true))).isNull();
    assertThat(wrong(1, answer(null, true, true))).isEqualTo("tryLock() gave true to both threads");
    assertThat(wrong(1, answer(null, false, false))).contains("false to both");
  }

  @Test
  void aWaitEndsAfterTheWrite() {
    assertThat(wrong(3, answer(null, 1, null))).isNull();
    assertThat(wrong(3, answer(null, 0, null))).contains("before the signal");
    assertThat(wrong(4, answer(null, 1, 1, null))).isNull();
    assertThat(wrong(4, answer(null, 1, 0, null))).contains("before the signal");
    assertThat(wrong(4, answer(null, 0, 1, null))).contains("before the signal");
  }

  @Test
  void oneOfTwoReleasesIsRefused() {
    assertThat(wrong(5, answer(null, true, false))).isNull();
    assertThat(wrong(5, answer(null, false, true))).isNull();
    assertThat(wrong(5, answer(null, true, true))).contains("true to both");
    assertThat(wrong(5, answer(null, false, false))).contains("false to both");
  }

  @Test
  void whoeverCancelledInTimeIsObeyed() {
    assertThat(wrong(6, answer(1, true, false))).isNull();
    assertThat(wrong(6, answer("cancelled", false, true))).isNull();
    // FUTURE_TASK may answer so.
    assertThat(wrong(6, answer("cancelled", true, true))).isNull();
    assertThat(wrong(6, answer(1, true, true))).contains("cancel() true and get() 1");
    assertThat(wrong(6, answer(1, false, false))).contains("complete() gave false");
    assertThat(wrong(6, answer("cancelled", true, false))).contains("cancel() false");
  }

  private static String wrong(int question, Answer answer) {
    return Questions.ALL.get(question).wrong().apply(answer);
  }

  private static Answer answer(Object after, Object... threads) {
    List<Object> given = Arrays.asList(threads);
    return new Answer(given, after);
  }
}
