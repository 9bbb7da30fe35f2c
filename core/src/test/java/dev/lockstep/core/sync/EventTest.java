/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EventTest {

  /** As long as there is. */
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final Event event = new Event();

  private OtherThread<Boolean> waiter() {
    OtherThread<Boolean> waiter =
        OtherThread.start(
            () -> {
              event.await();
              return true;
            });
    waiter.awaitWaiting();
    return waiter;
  }

  @Test
  void isSetAndClearedAndTellsWhoChangedIt() {
    assertThat(event.isSet()).isFalse();
    assertThat(event.clear()).isFalse();
    assertThat(event.set()).isTrue();
    assertThat(event.isSet()).isTrue();
    assertThat(event.set()).as("again").isFalse();
    assertThat(event.isSet()).isTrue();
    assertThat(event.clear()).isTrue();
    assertThat(event.isSet()).isFalse();
    assertThat(event.set()).as("anew").isTrue();
  }

  @Test
  void nobodyWaitsForAnEventThatIsSet() throws InterruptedException {
    assertThat(event.set()).isTrue();
    event.await();
    assertThat(event.await(FOREVER)).isTrue();
    assertThat(event.await(Duration.ZERO)).isTrue();
    assertThat(event.isSet()).as("waiting does not clear it").isTrue();
  }

  @Test
  void releasesAllWhoWait() throws Exception {
    OtherThread<Boolean> one = waiter();
    OtherThread<Boolean> two = waiter();
    assertThat(event.set()).isTrue();
    assertThat(one.get()).isTrue();
    assertThat(two.get()).isTrue();
  }

  /** It mostly is cleared before a waiter runs; repeated, so that this is as good as certain. */
  @RepeatedTest(3)
  void releasesAllWhoWaitAlsoIfItIsClearedAtOnce() throws Exception {
    OtherThread<Boolean> one = waiter();
    OtherThread<Boolean> two = OtherThread.start(() -> event.await(FOREVER));
    two.awaitWaiting();
    assertThat(event.set()).isTrue();
    assertThat(event.clear()).isTrue();
    assertThat(one.get()).isTrue();
    assertThat(two.get()).isTrue();
    assertThat(event.isSet()).isFalse();
  }

  @Test
  void whoComesAfterTheClearingWaitsForTheNextTime() throws Exception {
    assertThat(event.set()).isTrue();
    assertThat(event.clear()).isTrue();
    OtherThread<Boolean> waiter = waiter();
    assertThat(event.set()).isTrue();
    assertThat(waiter.get()).isTrue();
  }

  @Test
  void waitsNoLongerThanTheTimeGiven() throws InterruptedException {
    long start = System.nanoTime();
    assertThat(event.await(Duration.ofMillis(1))).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000);
    assertThat(event.await(Duration.ZERO)).isFalse();
    assertThat(event.await(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
  }

  @Test
  void anInterruptEndsTheWaiting() {
    OtherThread<Boolean> waiter = waiter();
    OtherThread<Boolean> timed = OtherThread.start(() -> event.await(FOREVER));
    timed.awaitWaiting();
    waiter.thread().interrupt();
    timed.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(timed::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(event.set()).as("still of use").isTrue();
  }

  @Test
  void aThreadThatIsInterruptedAlreadyDoesNotWait() {
    assertThat(event.set()).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(event::await).isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> event.await(FOREVER)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).as("cleared by the exception").isFalse();
  }

  /** What {@code Thread.suspend} and {@code resume} were for, with the worker's consent. */
  @Test
  void pausesAndResumesAWorker() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong steps = new AtomicLong();
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              while (!stop.get()) {
                event.await();
                steps.incrementAndGet();
              }
              return true;
            });
    assertThat(event.set()).isTrue();
    OtherThread.until("the worker works", () -> steps.get() > 0);

    assertThat(event.clear()).isTrue();
    worker.awaitWaiting();
    long atRest = steps.get();
    assertThat(worker.result().isDone()).as("paused, not ended").isFalse();

    assertThat(event.set()).isTrue();
    OtherThread.until("the worker works again", () -> steps.get() > atRest);
    stop.set(true);
    assertThat(worker.get()).isTrue();
  }
}
