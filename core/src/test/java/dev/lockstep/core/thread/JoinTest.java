/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Joining with a timeout. The notes call it the longest time that a thread may hold the CPU, which
 * it is not, in Python as little as here: it is the longest time that the caller waits, and the
 * thread knows nothing of it.
 */
class JoinTest {

  @Test
  void aTimeoutEndsTheWaitingAndNotTheThread() throws Exception {
    AtomicLong turns = new AtomicLong();
    CountDownLatch stop = new CountDownLatch(1);
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              while (stop.getCount() > 0) {
                turns.incrementAndGet();
              }
              return Thread.currentThread().isInterrupted();
            });
    assertThat(worker.thread().join(Duration.ofMillis(1))).as("it has ended").isFalse();
    long atTheTimeout = turns.get();
    OtherThread.until("it works on", () -> turns.get() > atTheTimeout);
    assertThat(worker.thread().getState()).isEqualTo(Thread.State.RUNNABLE);
    stop.countDown();
    assertThat(worker.get()).as("interrupted").isFalse();
    assertThat(worker.thread().join(Duration.ofHours(1))).as("it has ended").isTrue();
  }

  @Test
  void noTimeDoesNotWait() throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              stop.await();
              return true;
            });
    assertThat(worker.thread().join(Duration.ZERO)).isFalse();
    stop.countDown();
    assertThat(worker.get()).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitingAndNotTheThread() throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              stop.await();
              return true;
            });
    OtherThread<Boolean> joiner =
        OtherThread.start(
            () -> {
              worker.thread().join();
              return true;
            });
    joiner.awaitWaiting();
    joiner.thread().interrupt();
    assertThatThrownBy(joiner::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(worker.thread().isAlive()).isTrue();
    stop.countDown();
    assertThat(worker.get()).isTrue();
  }
}
