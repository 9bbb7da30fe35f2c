/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinableQueueTest {

  private final JoinableQueue<Integer> queue = new JoinableQueue<>();

  private OtherThread<Boolean> joiner() {
    return OtherThread.start(
        () -> {
          queue.join();
          return true;
        });
  }

  @Test
  void nobodyWaitsWhereNothingWasPut() throws InterruptedException {
    queue.join();
    assertThat(queue.join(Duration.ZERO)).isTrue();
    assertThat(queue.unfinished()).isZero();
  }

  @Test
  void joinWaitsForTheWorkNotForTheQueueToBeEmpty() throws Exception {
    queue.put(1);
    queue.put(2);
    assertThat(queue.unfinished()).isEqualTo(2);
    OtherThread<Boolean> joiner = joiner();
    OtherThread<Boolean> timed = OtherThread.start(() -> queue.join(Kinds.FOREVER));
    joiner.awaitWaiting();
    timed.awaitWaiting();
    assertThat(queue.take()).isEqualTo(1);
    assertThat(queue.take()).isEqualTo(2);
    assertThat(queue.size()).as("empty, but in work").isZero();
    assertThat(queue.unfinished()).isEqualTo(2);
    assertThat(queue.join(Duration.ofMillis(1))).isFalse();
    OtherThread<Boolean> late = joiner();
    late.awaitWaiting();
    queue.taskDone();
    assertThat(queue.join(Duration.ZERO)).isFalse();
    assertThat(joiner.result().isDone() || timed.result().isDone()).isFalse();
    queue.taskDone();
    assertThat(joiner.get()).isTrue();
    assertThat(timed.get()).isTrue();
    assertThat(late.get()).isTrue();
    assertThat(queue.unfinished()).isZero();
  }

  @Test
  void whoJoinsSeesWhatWasDone() throws Exception {
    List<Integer> seen = new ArrayList<>(); // unsafe by itself: the queue makes it visible
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              for (int i = 0; i < 1000; i++) {
                seen.add(queue.take());
                queue.taskDone();
              }
              return true;
            });
    for (int i = 0; i < 1000; i++) {
      queue.put(i);
    }
    queue.join();
    assertThat(seen).hasSize(1000);
    assertThat(worker.get()).isTrue();
  }

  @Test
  void takingFreesRoomAndDoneHasNothingToDoWithIt() throws Exception {
    JoinableQueue<Integer> bounded = new JoinableQueue<>(1);
    bounded.put(1);
    OtherThread<Boolean> putter =
        OtherThread.start(
            () -> {
              bounded.put(2);
              return true;
            });
    putter.awaitWaiting();
    assertThat(bounded.take()).isEqualTo(1);
    assertThat(putter.get()).as("room although nothing is done").isTrue();
    assertThat(bounded.unfinished()).isEqualTo(2);

    bounded.taskDone();
    assertThat(bounded.offer(3)).as("no room although something is done").isFalse();
    assertThat(bounded.unfinished()).isEqualTo(1);
  }

  @Test
  void noMoreCanBeDoneThanWasPut() throws InterruptedException {
    assertThatIllegalStateException().isThrownBy(queue::taskDone);
    queue.put(1);
    queue.taskDone();
    assertThatIllegalStateException().isThrownBy(queue::taskDone);
    assertThat(queue.unfinished()).as("still right").isZero();
    queue.put(2);
    assertThat(queue.unfinished()).isEqualTo(1);
  }

  @Test
  void anOfferThatFailsIsNoWork() throws InterruptedException {
    JoinableQueue<Integer> bounded = new JoinableQueue<>(1);
    assertThat(bounded.offer(1)).isTrue();
    assertThat(bounded.offer(2)).isFalse();
    assertThat(bounded.offer(2, Duration.ofMillis(1))).isFalse();
    assertThat(bounded.unfinished()).isEqualTo(1);
  }

  @Test
  void anInterruptEndsTheJoining() throws InterruptedException {
    queue.put(1);
    OtherThread<Boolean> joiner = joiner();
    OtherThread<Boolean> timed = OtherThread.start(() -> queue.join(Kinds.FOREVER));
    joiner.awaitWaiting();
    timed.awaitWaiting();
    joiner.thread().interrupt();
    timed.thread().interrupt();
    assertThatThrownBy(joiner::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(timed::get).hasCauseInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(queue::join).isInstanceOf(InterruptedException.class);
    assertThat(queue.unfinished()).isEqualTo(1);
  }

  /**
   * A producer of ten items and a consumer in an endless loop, as the notes have them: everything
   * is done, and the consumer waits for an eleventh item. A thread that nobody ends keeps a JVM
   * alive; here it is interrupted.
   */
  @Test
  void aConsumerInAnEndlessLoopIsStillWaitingWhenAllIsDone() throws Exception {
    List<Integer> consumed = new ArrayList<>();
    OtherThread<Boolean> consumer =
        OtherThread.start(
            () -> {
              while (true) {
                consumed.add(queue.take());
                queue.taskDone();
              }
            });
    OtherThread<Boolean> producer =
        OtherThread.start(
            () -> {
              for (int i = 0; i < 10; i++) {
                queue.put(i);
              }
              return true;
            });
    assertThat(producer.get()).isTrue();
    queue.join();
    assertThat(consumed).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    consumer.awaitWaiting();
    assertThat(consumer.result().isDone()).isFalse();
    assertThat(queue.size()).isZero();

    consumer.thread().interrupt();
    assertThatThrownBy(consumer::get).hasCauseInstanceOf(InterruptedException.class);
  }
}
