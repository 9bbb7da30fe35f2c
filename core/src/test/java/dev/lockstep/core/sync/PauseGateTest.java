/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PauseGateTest {

  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final PauseGate gate = new PauseGate();

  private OtherThread<Boolean> waiter() {
    OtherThread<Boolean> waiter =
        OtherThread.start(
            () -> {
              gate.pass();
              return true;
            });
    waiter.awaitWaiting();
    return waiter;
  }

  @Test
  void isOpenAtFirstAndTellsWhoChangedIt() throws InterruptedException {
    assertThat(gate.isPaused()).isFalse();
    gate.pass();
    assertThat(gate.pass(Duration.ZERO)).isTrue();
    assertThat(gate.resume()).as("was open").isFalse();
    assertThat(gate.pause()).isTrue();
    assertThat(gate.isPaused()).isTrue();
    assertThat(gate.pause()).as("again").isFalse();
    assertThat(gate.isPaused()).isTrue();
    assertThat(gate.resume()).isTrue();
    assertThat(gate.isPaused()).isFalse();
    gate.pass();
  }

  @Test
  void whoComesToAPausedGateWaitsAndAllGoOnWhenItIsResumed() throws Exception {
    assertThat(gate.pause()).isTrue();
    OtherThread<Boolean> one = waiter();
    OtherThread<Boolean> two = OtherThread.start(() -> gate.pass(FOREVER));
    two.awaitWaiting();
    assertThat(one.result().isDone()).isFalse();
    assertThat(gate.resume()).isTrue();
    assertThat(one.get()).isTrue();
    assertThat(two.get()).isTrue();
  }

  @Test
  void whoWaitsGoesOnAlsoIfTheGateIsPausedAgainAtOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(gate.pause()).isTrue();
      OtherThread<Boolean> waiter = waiter();
      assertThat(gate.resume()).isTrue();
      assertThat(gate.pause()).isTrue();
      assertThat(waiter.get()).isTrue();
      assertThat(gate.resume()).isTrue();
    }
  }

  @Test
  void waitsNoLongerThanTheTimeGiven() throws InterruptedException {
    assertThat(gate.pause()).isTrue();
    long start = System.nanoTime();
    assertThat(gate.pass(Duration.ofMillis(1))).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000);
    assertThat(gate.pass(Duration.ZERO)).isFalse();
    assertThat(gate.isPaused()).as("as before").isTrue();
  }

  @Test
  void anInterruptEndsTheWait() {
    assertThat(gate.pause()).isTrue();
    OtherThread<Boolean> waiter = waiter();
    waiter.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> gate.pass(FOREVER)).isInstanceOf(InterruptedException.class);
    assertThat(gate.isPaused()).isTrue();
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
                gate.pass();
                steps.incrementAndGet();
              }
              return true;
            });
    OtherThread.until("the worker works", () -> steps.get() > 0);
    for (int i = 0; i < 3; i++) {
      assertThat(gate.pause()).isTrue();
      worker.awaitWaiting();
      long atRest = steps.get();
      assertThat(worker.result().isDone()).as("paused, not ended").isFalse();
      assertThat(gate.resume()).isTrue();
      OtherThread.until("the worker works again", () -> steps.get() > atRest);
    }
    stop.set(true);
    assertThat(worker.get()).isTrue();
  }
}
