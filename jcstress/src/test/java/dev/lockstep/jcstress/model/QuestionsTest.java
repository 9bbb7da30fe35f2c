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
    assertThat(wrong(7, answer(1, true, false))).isNull();
    assertThat(wrong(7, answer("cancelled", false, true))).isNull();
    // FUTURE_TASK may answer so.
    assertThat(wrong(7, answer("cancelled", true, true))).isNull();
    assertThat(wrong(7, answer(1, true, true))).contains("cancel() true and get() 1");
    assertThat(wrong(7, answer(1, false, false))).contains("complete() gave false");
    assertThat(wrong(7, answer("cancelled", true, false))).contains("cancel() false");
  }

  @Test
  void aPairIsWholeAndAnItemIsPoppedOnce() {
    assertThat(structure(0, answer(null, null, 0L))).isNull();
    assertThat(structure(0, answer(null, null, 11L))).isNull();
    assertThat(structure(0, answer(null, null, 10L))).isEqualTo("read() gave the halves 10");
    assertThat(structure(1, answer(22L, null, null))).isNull();
    assertThat(structure(1, answer(12L, null, null))).contains("the halves 12");
    assertThat(structure(2, answer(List.of(2, 3), 1, 2))).contains("[2, 3] was left");
    assertThat(structure(2, answer(List.of(1, 3), 2, 2))).contains("pop() gave 2 and 2");
    assertThat(structure(2, answer(List.of(1), 3, 2))).isNull();
    assertThat(structure(3, answer(List.of(1), 2, 3))).isNull();
    assertThat(structure(3, answer(List.of(3), 1, 2))).isNull();
    assertThat(structure(3, answer(List.of(2), 1, 3))).contains("nobody had popped 2");
    assertThat(structure(3, answer(List.of(1, 2), 3, 0))).contains("pop() gave 3 and 0");
    assertThat(structure(4, answer(2, null, null))).isNull();
    assertThat(structure(4, answer(1, null, null))).contains("its count was 1");
  }

  private static String structure(int question, Answer answer) {
    return StructureQuestions.ALL.get(question).wrong().apply(answer);
  }

  private static String wrong(int question, Answer answer) {
    return Questions.ALL.get(question).wrong().apply(answer);
  }

  private static Answer answer(Object after, Object... threads) {
    List<Object> given = Arrays.asList(threads);
    return new Answer(given, after);
  }

  @Test
  void aQueueIsJudgedByTheOrdersThatAreLeft() {
    Call first = new Call(0, "offer1", true, List.of(0, 0));
    // Begun when both offers had returned: there is an item for each poll.
    Call poll = new Call(0, "poll", 1, List.of(1, 1));
    Call second = new Call(1, "offer2", true, List.of(0, 0));
    assertThat(history(List.of(first, poll), List.of(second, poll(1, 2)), List.of())).isNull();
    assertThat(history(List.of(first, poll), List.of(second, poll(1, 1)), List.of()))
        .contains("poll() = 1 beside offer2() = true, poll() = 1, with [] left");
    assertThat(history(List.of(first, poll), List.of(second, poll(1, null)), List.of(2)))
        .contains("no order");
    assertThat(history(List.of(first, poll), List.of(second), List.of(2))).isNull();
    assertThat(history(List.of(first, poll), List.of(second), List.of())).contains("no order");
  }

  @Test
  void aCallStandsBehindThoseThatHadReturned() {
    Call offer = new Call(0, "offer1", true, List.of(0, 0));
    Call early = new Call(1, "poll", null, List.of(0, 0));
    Call late = new Call(1, "poll", null, List.of(1, 0));
    assertThat(history(List.of(offer), List.of(early), List.of(1))).isNull();
    assertThat(history(List.of(offer), List.of(late), List.of(1))).contains("no order");
  }

  @Test
  void aBoundIsKept() {
    Call refused = new Call(0, "offer3", false, List.of(0, 0));
    Call two = new Call(1, "offer1", true, List.of(0, 0));
    Call three = new Call(1, "offer2", true, List.of(0, 1));
    assertThat(history(List.of(refused), List.of(two, three), List.of(1, 2))).isNull();
    assertThat(history(List.of(refused), List.of(two), List.of(1))).contains("no order");
    Call put = new Call(0, "put3", null, List.of(0, 0));
    assertThat(history(List.of(put), List.of(two, three), List.of(1, 2, 3))).contains("no order");
  }

  private static Call poll(int thread, Integer result) {
    return new Call(thread, "poll", result, List.of(0, 1));
  }

  private static String history(List<Call> first, List<Call> second, List<Integer> rest) {
    return QueueHistory.wrong(new Answer(List.of(), rest, List.of(first, second)), 2);
  }
}
