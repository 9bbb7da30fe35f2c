/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import static dev.lockstep.core.OtherThread.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.OtherThread;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every queue that is exact promises. */
@Tag("gate")
class QueueKindTest {

  private static final Duration FOREVER = Kinds.FOREVER;
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration LONG_AGO = Duration.ofSeconds(Long.MIN_VALUE);

  private static OtherThread<Integer> taker(Channel<Integer> channel) {
    return OtherThread.start(channel::take);
  }

  private static OtherThread<Boolean> putter(Channel<Integer> channel, int item) {
    return OtherThread.start(
        () -> {
          channel.put(item);
          return true;
        });
  }

  private static void fill(Channel<Integer> channel) throws InterruptedException {
    for (int i = 0; i < channel.capacity(); i++) {
      channel.put(i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasTheCapacitiesOfItsBoundsOnly(QueueKind kind) {
    for (int capacity : new int[] {-1, 0, 1, 2, 1000, Channel.UNBOUNDED}) {
      if (kind.bounds().allow(capacity)) {
        assertThat(kind.create(capacity).capacity()).isGreaterThanOrEqualTo(capacity);
      } else {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> kind.create(capacity))
            .withMessageContaining(kind + " cannot have the capacity " + capacity);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCapacityThatIsAPowerOfTwoIsNotRounded(QueueKind kind) {
    if (kind.bounds().allow(16)) {
      assertThat(kind.create(16).capacity()).isEqualTo(16);
    }
  }

  /** One that is not woken looks again after a pause, so that it never waits for good. */
  @ParameterizedTest
  @EnumSource
  void aThreadThatIsToBeWokenWaitsForGood(QueueKind kind) {
    OtherThread<Integer> taker = taker(Kinds.of(kind, 1));
    taker.awaitWaiting();
    assertThat(taker.thread().getState() == Thread.State.WAITING).isEqualTo(kind.wakes());
    taker.thread().interrupt();
  }

  @Test
  void onlyTheUnlockedDequeIsRacy() {
    assertThat(QueueKind.values())
        .filteredOn(kind -> kind.guarantee() == Guarantee.RACY)
        .containsExactly(QueueKind.ARRAY_DEQUE);
  }

  @ParameterizedTest
  @EnumSource
  void nullIsNoItem(QueueKind kind) {
    Channel<Integer> channel = Kinds.of(kind, 4);
    assertThatThrownBy(() -> channel.put(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> channel.offer(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> channel.offer(null, MOMENT)).isInstanceOf(NullPointerException.class);
    assertThat(channel.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYNCHRONOUS")
  void givesBackWhatWasPutInThatOrder(QueueKind kind) throws InterruptedException {
    Channel<Integer> channel = Kinds.of(kind, 4);
    assertThat(channel.poll()).isNull();
    // Often enough to come around a ring, and over the end of a piece of a list.
    for (int i = 0; i < 300; i++) {
      assertThat(channel.offer(2 * i)).isTrue();
      channel.put(2 * i + 1);
      assertThat(channel.size()).isEqualTo(2);
      assertThat(channel.take()).isEqualTo(2 * i);
      assertThat(channel.poll(FOREVER)).isEqualTo(2 * i + 1);
      assertThat(channel.size()).isZero();
    }
    assertThat(channel.offer(7, Duration.ZERO)).isTrue();
    assertThat(channel.poll(Duration.ZERO)).isEqualTo(7);
    assertThat(channel.poll()).isNull();
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#exact")
  void oneConsumerSeesTheItemsOfOneProducerInOrder(QueueKind kind) throws Exception {
    Channel<Integer> channel = Kinds.of(kind, 4);
    OtherThread<Boolean> producer =
        OtherThread.start(
            () -> {
              for (int i = 0; i < 2000; i++) {
                channel.put(i);
              }
              return true;
            });
    for (int i = 0; i < 2000; i++) {
      assertThat(channel.take()).isEqualTo(i);
    }
    assertThat(producer.get()).isTrue();
    assertThat(channel.size()).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#bounded")
  void holdsAsManyAsItsCapacityAndNotOneMore(QueueKind kind) throws InterruptedException {
    for (int capacity : new int[] {1, 2, 4}) {
      Channel<Integer> channel = kind.create(capacity);
      // Twice: also after it has gone round once.
      for (int round = 0; round < 2; round++) {
        fill(channel);
        assertThat(channel.size()).isEqualTo(channel.capacity());
        assertThat(channel.offer(-1)).isFalse();
        assertThat(channel.offer(-1, MOMENT)).isFalse();
        assertThat(channel.offer(-1, LONG_AGO)).isFalse();
        for (int i = 0; i < channel.capacity(); i++) {
          assertThat(channel.poll()).isEqualTo(i);
        }
        assertThat(channel.poll()).isNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#bounded")
  void isNeverDeeperThanItsCapacity(QueueKind kind) throws Exception {
    Channel<Integer> channel = kind.create(2);
    OtherThread<Boolean> first = putMany(channel);
    OtherThread<Boolean> second = putMany(channel);
    int deepest = 0;
    for (int i = 0; i < 2000; i++) {
      deepest = Math.max(deepest, channel.size());
      assertThat(channel.take()).isNotNull();
    }
    assertThat(first.get() && second.get()).isTrue();
    assertThat(deepest).isLessThanOrEqualTo(channel.capacity());
    assertThat(channel.size()).isZero();
  }

  private static OtherThread<Boolean> putMany(Channel<Integer> channel) {
    return OtherThread.start(
        () -> {
          for (int i = 0; i < 1000; i++) {
            channel.put(i);
          }
          return true;
        });
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#bounded")
  void whoFindsItFullWaitsForRoom(QueueKind kind) throws Exception {
    Channel<Integer> channel = kind.create(1);
    fill(channel);
    OtherThread<Boolean> putter = putter(channel, 10);
    putter.awaitWaiting();
    OtherThread<Boolean> timed = OtherThread.start(() -> channel.offer(10, FOREVER));
    timed.awaitWaiting();
    assertThat(channel.size()).isEqualTo(channel.capacity());
    for (int i = 0; i < channel.capacity(); i++) {
      assertThat(channel.take()).isEqualTo(i);
    }
    assertThat(channel.take()).isEqualTo(10);
    assertThat(channel.take()).isEqualTo(10);
    assertThat(putter.get()).isTrue();
    assertThat(timed.get()).isTrue();
    assertThat(channel.poll()).isNull();
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#exact")
  void whoFindsItEmptyWaitsForAnItem(QueueKind kind) throws Exception {
    Channel<Integer> channel = Kinds.of(kind, 4);
    OtherThread<Integer> taker = taker(channel);
    taker.awaitWaiting();
    OtherThread<Integer> timed = OtherThread.start(() -> channel.poll(FOREVER));
    timed.awaitWaiting();
    channel.put(3);
    channel.put(3);
    assertThat(taker.get()).isEqualTo(3);
    assertThat(timed.get()).isEqualTo(3);
    assertThat(channel.poll()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void waitsNoLongerThanTheTimeGiven(QueueKind kind) throws InterruptedException {
    Channel<Integer> channel = Kinds.of(kind, 4);
    long start = System.nanoTime();
    assertThat(channel.poll(MOMENT)).isNull();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(MOMENT.toNanos());
    assertThat(channel.poll(Duration.ZERO)).isNull();
    assertThat(channel.poll(LONG_AGO)).isNull();
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#exact")
  void anInterruptOfAWaitingConsumerLosesNothing(QueueKind kind) throws Exception {
    Channel<Integer> channel = Kinds.of(kind, 4);
    OtherThread<Integer> taker = taker(channel);
    OtherThread<Integer> timed = OtherThread.start(() -> channel.poll(FOREVER));
    taker.awaitWaiting();
    timed.awaitWaiting();
    taker.thread().interrupt();
    timed.thread().interrupt();
    assertThatThrownBy(taker::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(timed::get).hasCauseInstanceOf(InterruptedException.class);

    OtherThread<Integer> next = taker(channel);
    channel.put(5);
    assertThat(next.get()).as("not lost on a consumer that is gone").isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#exact")
  void anInterruptOfAWaitingProducerLeavesItsItemOut(QueueKind kind) throws Exception {
    if (kind.bounds() == Bounds.UNBOUNDED) {
      return;
    }
    Channel<Integer> channel = Kinds.of(kind, 1);
    fill(channel);
    OtherThread<Boolean> putter = putter(channel, 10);
    OtherThread<Boolean> timed = OtherThread.start(() -> channel.offer(11, FOREVER));
    putter.awaitWaiting();
    timed.awaitWaiting();
    putter.thread().interrupt();
    timed.thread().interrupt();
    assertThatThrownBy(putter::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(timed::get).hasCauseInstanceOf(InterruptedException.class);

    OtherThread<Boolean> next = putter(channel, 12);
    for (int i = 0; i < channel.capacity(); i++) {
      assertThat(channel.take()).isEqualTo(i);
    }
    assertThat(channel.take()).as("room is not lost on a producer that is gone").isEqualTo(12);
    assertThat(next.get()).isTrue();
    assertThat(channel.poll()).isNull();
  }

  /** Two of the platform's look only if they have to wait. */
  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#exact")
  void whoIsInterruptedAlreadyTakesNothing(QueueKind kind) throws Exception {
    if (kind == QueueKind.LINKED_TRANSFER || kind == QueueKind.SYNCHRONOUS) {
      return;
    }
    Channel<Integer> channel = Kinds.of(kind, 4);
    OtherThread<Boolean> putter = putter(channel, 1);
    until("the item is there", () -> channel.size() == 1 || putter.isWaiting());
    Thread.currentThread().interrupt();
    assertThatThrownBy(channel::take).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).as("cleared").isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> channel.poll(FOREVER)).isInstanceOf(InterruptedException.class);
    assertThat(channel.poll(FOREVER)).isEqualTo(1);
    assertThat(putter.get()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#exact")
  void whoIsInterruptedAlreadyPutsNothingWhereItMayHaveToWait(QueueKind kind) {
    if (kind.bounds() == Bounds.UNBOUNDED && kind != QueueKind.MPMC_XADD) {
      return;
    }
    Channel<Integer> channel = Kinds.of(kind, 4);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> channel.put(1)).isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> channel.offer(1, FOREVER)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).as("cleared").isFalse();
    assertThat(channel.size()).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.core.queue.Kinds#holding")
  void nothingThatWasTakenIsRetained(QueueKind kind) throws InterruptedException {
    Channel<Object> channel = Kinds.of(kind, 4);
    WeakReference<Object> item = putAndTake(channel);
    OtherThread.until(
        "the item is collected",
        () -> {
          System.gc();
          return item.refersTo(null);
        });
    assertThat(channel.size()).as("still in use").isZero();
  }

  /** In a frame of its own, so that no local variable keeps the item. */
  private static WeakReference<Object> putAndTake(Channel<Object> channel)
      throws InterruptedException {
    Object item = new Object();
    channel.put(item);
    assertThat(channel.take()).isSameAs(item);
    return new WeakReference<>(item);
  }
}
