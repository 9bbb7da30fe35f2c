/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SyncKindTest {

  /** Waits for the signal; whether it leaves the thread interrupted. */
  private static OtherThread<Boolean> waiter(Signal signal) {
    return OtherThread.start(
        () -> {
          signal.await();
          return Thread.currentThread().isInterrupted();
        });
  }

  private static OtherThread<Boolean> sender(Signal signal, Thread waiter) {
    return OtherThread.start(
        () -> {
          signal.send(waiter);
          return Thread.currentThread().isInterrupted();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aSignalThatIsSentBeforeTheWaitIsNotLost(SyncKind kind) throws Exception {
    Signal signal = kind.create();
    AtomicBoolean sent = new AtomicBoolean();
    OtherThread<Boolean> waiter =
        OtherThread.start(
            () -> {
              while (!sent.get()) { // not blocked: to two kinds an interrupt is the signal
                Thread.onSpinWait();
              }
              signal.await();
              return Thread.currentThread().isInterrupted();
            });
    OtherThread<Boolean> sender = sender(signal, waiter.thread());
    OtherThread.until("the signal is sent", () -> sender.result().isDone() || sender.isWaiting());
    sent.set(true);
    assertThat(waiter.get()).as("interrupted").isFalse();
    assertThat(sender.get()).as("interrupted").isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PLAIN_FLAG", "OPAQUE_FLAG", "VOLATILE_FLAG", "INTERRUPT"})
  void aThreadThatIsBlockedIsReleased(SyncKind kind) throws Exception {
    Signal signal = kind.create();
    OtherThread<Boolean> waiter = waiter(signal);
    waiter.awaitWaiting();
    signal.send(waiter.thread());
    assertThat(waiter.get()).as("interrupted").isFalse();
  }

  /** Not the plain flag: its waiting thread may spin for ever, and rightly so. */
  @ParameterizedTest
  @EnumSource(names = {"OPAQUE_FLAG", "VOLATILE_FLAG", "INTERRUPT"})
  void aThreadThatSpinsIsReleased(SyncKind kind) throws Exception {
    Signal signal = kind.create();
    CountDownLatch begins = new CountDownLatch(1);
    OtherThread<Boolean> waiter =
        OtherThread.start(
            () -> {
              begins.countDown();
              signal.await();
              return Thread.currentThread().isInterrupted();
            });
    begins.await();
    assertThat(waiter.result().isDone()).as("waits").isFalse();
    signal.send(waiter.thread());
    assertThat(waiter.get()).as("interrupted").isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PLAIN_FLAG", "OPAQUE_FLAG", "VOLATILE_FLAG", "INTERRUPT", "BLOCKED_TAKE"})
  void anInterruptEndsTheWaitOfABlockedThread(SyncKind kind) {
    OtherThread<Boolean> waiter = waiter(kind.create());
    waiter.awaitWaiting();
    waiter.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PLAIN_FLAG", "OPAQUE_FLAG", "VOLATILE_FLAG", "INTERRUPT", "BLOCKED_TAKE"})
  void aThreadThatIsInterruptedAlreadyDoesNotWait(SyncKind kind) throws Exception {
    Signal signal = kind.create();
    OtherThread<Boolean> waiter =
        OtherThread.start(
            () -> {
              Thread.currentThread().interrupt();
              assertThatThrownBy(signal::await).isInstanceOf(InterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    assertThat(waiter.get()).as("still interrupted").isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPAQUE_FLAG", "VOLATILE_FLAG"})
  void aFlagIsDeafToInterrupts(SyncKind kind) throws Exception {
    Signal signal = kind.create();
    OtherThread<Boolean> waiter = waiter(signal);
    waiter.thread().interrupt();
    signal.send(waiter.thread());
    assertThat(waiter.get()).as("still interrupted").isTrue();
  }

  @Test
  void theSenderOfABarrierWaitsToo() throws Exception {
    Signal signal = SyncKind.BARRIER.create();
    OtherThread<Boolean> sender = sender(signal, Thread.currentThread());
    sender.awaitWaiting();
    signal.await();
    assertThat(sender.get()).as("interrupted").isFalse();
  }

  @Test
  void aSenderThatIsInterruptedBreaksTheBarrier() throws Exception {
    Signal signal = SyncKind.BARRIER.create();
    OtherThread<Boolean> sender =
        OtherThread.start(
            () -> {
              assertThatThrownBy(() -> signal.send(Thread.currentThread()))
                  .isInstanceOf(IllegalStateException.class)
                  .hasCauseInstanceOf(InterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    sender.awaitWaiting();
    sender.thread().interrupt();
    assertThat(sender.get()).as("still interrupted").isTrue();
    assertThatThrownBy(signal::await).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWaiterThatIsInterruptedBreaksTheBarrier() {
    Signal signal = SyncKind.BARRIER.create();
    OtherThread<Boolean> waiter = waiter(signal);
    waiter.awaitWaiting();
    waiter.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> signal.send(waiter.thread()))
        .isInstanceOf(IllegalStateException.class);
  }
}
