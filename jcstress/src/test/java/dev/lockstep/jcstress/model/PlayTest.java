/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.queue.ConditionBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Plays without Fray: the threads run as they like, and the answers do not depend on it. */
class PlayTest {

  @Test
  void asksTheQuestionWhenAllHaveEnded() {
    assertThatCode(() -> play(List.of("put1 put2", "take take"), _ -> null))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                play(
                    List.of("put1 put2", "take take"),
                    answer ->
                        "thread 2 ended with " + answer.thread(1) + ", left " + answer.after()))
        .isInstanceOf(WrongAnswerError.class)
        .hasMessage("thread 2 ended with 2, left []");
  }

  @Test
  void tellsWhatHadReturnedWhenACallBegan() {
    assertThatCode(
            () ->
                play(
                    List.of("put1 take"),
                    answer -> {
                      assertThat(answer.calls().getFirst())
                          .extracting(Call::ended)
                          .containsExactly(List.of(0), List.of(1));
                      return null;
                    }))
        .doesNotThrowAnyException();
  }

  @Test
  void whatAThreadThrowsIsWrong() {
    assertThatThrownBy(() -> play(List.of("nothing"), _ -> null))
        .isInstanceOf(WrongAnswerError.class)
        .hasMessageContaining("thread 1 threw java.util.NoSuchElementException");
  }

  private static void play(List<String> threads, Function<Answer, String> wrong) {
    Question question =
        new Question(
            Checker.FRAY,
            "",
            "",
            new Scenario(Calls.class, null, threads, "rest"),
            wrong,
            Map.of(),
            Map.of());
    ObjectUnderTest.createBy(() -> new ConditionBuffer<Integer>(2));
    new Play(question, Play.Cast.of(question.scenario())).run();
  }

  /** The calls of a queue, and one that throws. */
  public static final class Calls {

    private final QueueCalls queue = new QueueCalls();

    public void put1() throws InterruptedException {
      queue.put1();
    }

    public void put2() throws InterruptedException {
      queue.put2();
    }

    public Integer take() throws InterruptedException {
      return queue.take();
    }

    public List<Integer> rest() {
      return queue.rest();
    }

    public Object nothing() {
      return List.of().getFirst();
    }
  }
}
