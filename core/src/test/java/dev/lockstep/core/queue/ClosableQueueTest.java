/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosableQueueTest {

  private final ClosableQueue<Object> queue = new ClosableQueue<>();

  private static OtherThread<List<Object>> consumer(ClosableQueue<Object> queue) {
    return OtherThread.start(
        () -> {
          List<Object> seen = new ArrayList<>();
          queue.forEach(seen::add);
          return seen;
        });
  }

  @Test
  void aConsumerEndsAfterAllItemsWhenItMeetsTheSentinel() throws Exception {
    OtherThread<List<Object>> consumer = consumer(queue);
    for (int i = 0; i < 10; i++) {
      queue.put(i);
    }
    queue.close();
    queue.join();
    assertThat(queue.unfinished()).isZero();
    assertThat(consumer.get()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aConsumerThatWaitsIsWokenByTheSentinel() throws Exception {
    OtherThread<List<Object>> consumer = consumer(queue);
    consumer.awaitWaiting();
    queue.close();
    assertThat(consumer.get()).isEmpty();
    assertThat(queue.unfinished()).isZero();
  }

  @Test
  void oneSentinelEndsOneOfThreeConsumersAndThreeEndAll() throws Exception {
    List<OtherThread<List<Object>>> consumers =
        List.of(consumer(queue), consumer(queue), consumer(queue));
    for (int i = 0; i < 30; i++) {
      queue.put(i);
    }
    queue.close();
    queue.join();
    OtherThread.until("one has ended", () -> ended(consumers) == 1);
    consumers.stream().filter(one -> !one.result().isDone()).forEach(OtherThread::awaitWaiting);
    assertThat(ended(consumers)).as("the others wait").isEqualTo(1);
    queue.close();
    queue.close();
    queue.join();
    List<Object> seen = new ArrayList<>();
    for (OtherThread<List<Object>> one : consumers) {
      seen.addAll(one.get());
    }
    assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    assertThat(queue.unfinished()).isZero();
  }

  private static long ended(List<OtherThread<List<Object>>> consumers) {
    return consumers.stream().filter(one -> one.result().isDone()).count();
  }

  @Test
  void aSentinelTooManyStaysUntilSomebodyMeetsIt() throws InterruptedException {
    queue.put(1);
    queue.close();
    queue.close();
    assertThat(queue.size()).as("items alone").isEqualTo(1);
    assertThat(queue.unfinished()).isEqualTo(3);
    queue.forEach(item -> assertThat(item).isEqualTo(1));
    assertThat(queue.unfinished()).isEqualTo(1);
    assertThat(queue.join(Duration.ofMillis(1))).isFalse();
    queue.forEach(item -> assertThat(item).isNull());
    queue.join();
    assertThat(queue.size()).isZero();
  }

  @Test
  void nothingCanBePutBehindASentinel() throws InterruptedException {
    queue.put(1);
    queue.close();
    assertThatThrownBy(() -> queue.put(2)).isInstanceOf(QueueClosedException.class);
    assertThatThrownBy(() -> queue.offer(2)).isInstanceOf(QueueClosedException.class);
    assertThatThrownBy(() -> queue.offer(2, Kinds.FOREVER))
        .isInstanceOf(QueueClosedException.class);
    assertThat(queue.unfinished()).isEqualTo(2);
    queue.forEach(item -> assertThat(item).isEqualTo(1));
    assertThatThrownBy(() -> queue.put(2))
        .as("also when the sentinel is gone")
        .isInstanceOf(QueueClosedException.class);
    assertThat(queue.unfinished()).isZero();
  }

  @Test
  void closingAFullQueueDoesNotWaitAndRefusesWhoWaitsForRoom() throws Exception {
    ClosableQueue<Object> bounded = new ClosableQueue<>(1);
    bounded.put(1);
    OtherThread<Boolean> putter =
        OtherThread.start(
            () -> {
              bounded.put(2);
              return true;
            });
    OtherThread<Boolean> timed = OtherThread.start(() -> bounded.offer(3, Kinds.FOREVER));
    putter.awaitWaiting();
    timed.awaitWaiting();
    bounded.close();
    assertThatThrownBy(putter::get).hasCauseInstanceOf(QueueClosedException.class);
    assertThatThrownBy(timed::get).hasCauseInstanceOf(QueueClosedException.class);
    assertThat(bounded.size()).isEqualTo(1);
    assertThat(consumer(bounded).get()).containsExactly(1);
    assertThat(bounded.unfinished()).isZero();
  }

  /** The worst item: it says that it equals whatever it is asked about. */
  private static final class Flatterer {

    @Override
    public boolean equals(Object other) {
      return other != null;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Test
  void theSentinelIsRecognisedByIdentity() throws InterruptedException {
    queue.put(new Flatterer());
    queue.put(new Flatterer());
    queue.close();
    AtomicInteger items = new AtomicInteger();
    queue.forEach(_ -> items.incrementAndGet());
    assertThat(items).hasValue(2);
  }

  @Test
  void workThatThrowsIsCountedAndTheExceptionComesOut() throws Exception {
    queue.put("bad");
    queue.put("good");
    queue.close();
    assertThatThrownBy(
            () ->
                queue.forEach(
                    item -> {
                      throw new java.io.IOException(item.toString());
                    }))
        .isInstanceOf(java.io.IOException.class)
        .hasMessage("bad");
    assertThat(queue.unfinished()).as("the bad one is done").isEqualTo(2);
    assertThat(consumer(queue).get()).as("the rest is for another").containsExactly("good");
    queue.join();
  }

  @Test
  void anItemCountsAsDoneOnlyAfterItsWork() throws InterruptedException {
    queue.put(1);
    queue.put(2);
    queue.close();
    List<Integer> unfinished = new ArrayList<>();
    queue.forEach(_ -> unfinished.add(queue.unfinished()));
    assertThat(unfinished).containsExactly(3, 2);
    assertThat(queue.unfinished()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitForAnItemAndLosesNone() throws Exception {
    OtherThread<List<Object>> consumer = consumer(queue);
    consumer.awaitWaiting();
    consumer.thread().interrupt();
    assertThatThrownBy(consumer::get).hasCauseInstanceOf(InterruptedException.class);

    queue.put(1);
    queue.put(2);
    assertThatThrownBy(() -> queue.forEach(_ -> Thread.currentThread().interrupt()))
        .as("heard before the next item, though it is there")
        .isInstanceOf(InterruptedException.class);
    assertThat(queue.unfinished()).isEqualTo(1);
    assertThat(queue.take()).isEqualTo(2);
  }

  @Test
  void whoTakesByHandIsToldOfTheSentinelAndCountsHimself() throws InterruptedException {
    queue.put(1);
    for (int i = 0; i < 3; i++) {
      queue.close();
    }
    assertThat(queue.take()).isEqualTo(1);
    assertThat(queue.unfinished()).isEqualTo(4);
    queue.taskDone();
    assertThatThrownBy(queue::take).isInstanceOf(QueueClosedException.class);
    assertThatThrownBy(queue::poll).isInstanceOf(QueueClosedException.class);
    assertThatThrownBy(() -> queue.poll(Duration.ZERO)).isInstanceOf(QueueClosedException.class);
    assertThat(queue.unfinished()).as("a sentinel that was met is done").isZero();
    assertThat(queue.poll()).isNull();
    assertThatIllegalStateException().isThrownBy(queue::taskDone);
  }
}
