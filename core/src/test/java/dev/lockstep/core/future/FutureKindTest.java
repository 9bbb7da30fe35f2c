/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FutureKindTest {

  @ParameterizedTest
  @EnumSource
  void aCompletedPromiseKeepsItsValue(FutureKind kind) throws Exception {
    Promise promise = kind.create();
    assertThat(promise.complete(28)).isTrue();
    assertThat(promise.get()).isEqualTo(28);
    assertThat(promise.complete(8)).as("again").isFalse();
    assertThat(promise.cancel()).as("too late").isFalse();
    assertThat(promise.get()).isEqualTo(28);
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledPromiseHasNoValue(FutureKind kind) {
    Promise promise = kind.create();
    assertThat(promise.cancel()).isTrue();
    assertThat(promise.complete(28)).as("too late").isFalse();
    assertThatThrownBy(promise::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void whatTheSecondCancelReturnsIsUpToTheKind() {
    Promise future = FutureKind.COMPLETABLE_FUTURE.create();
    assertThat(future.cancel()).isTrue();
    assertThat(future.cancel()).as("is it cancelled?").isTrue();
    Promise task = FutureKind.FUTURE_TASK.create();
    assertThat(task.cancel()).isTrue();
    assertThat(task.cancel()).as("did this call do it?").isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aCompletionReleasesAllWhoWait(FutureKind kind) throws Exception {
    Promise promise = kind.create();
    OtherThread<Integer> one = waiter(promise);
    OtherThread<Integer> two = waiter(promise);
    assertThat(promise.complete(28)).isTrue();
    assertThat(one.get()).isEqualTo(28);
    assertThat(two.get()).isEqualTo(28);
  }

  @ParameterizedTest
  @EnumSource
  void aCancellationReleasesAllWhoWait(FutureKind kind) {
    Promise promise = kind.create();
    OtherThread<Integer> one = waiter(promise);
    OtherThread<Integer> two = waiter(promise);
    assertThat(promise.cancel()).isTrue();
    assertThatThrownBy(one::get).hasCauseInstanceOf(CancellationException.class);
    assertThatThrownBy(two::get).hasCauseInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheWaitAndNotThePromise(FutureKind kind) throws Exception {
    Promise promise = kind.create();
    OtherThread<Integer> waiter = waiter(promise);
    waiter.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(promise.complete(28)).isTrue();
    assertThat(promise.get()).isEqualTo(28);
  }

  private static OtherThread<Integer> waiter(Promise promise) {
    OtherThread<Integer> waiter = OtherThread.start(promise::get);
    waiter.awaitWaiting();
    return waiter;
  }

  /** Python says False here, and the work then decides. */
  @Test
  void aTaskThatRunsCanBeCancelledAndRunsOn() throws Exception {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AtomicReference<String> body = new AtomicReference<>("not begun");
    FutureTask<Integer> task =
        new FutureTask<>(
            () -> {
              body.set("begun");
              runs.countDown();
              end.await();
              body.set("ended");
              return 28;
            });
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              task.run();
              return Thread.currentThread().isInterrupted();
            });
    runs.await();
    assertThat(task.cancel(false)).isTrue();
    assertThat(task.state()).isEqualTo(Future.State.CANCELLED);
    assertThat(body).as("is not touched").hasValue("begun");
    end.countDown();
    assertThat(worker.get()).as("interrupted").isFalse();
    assertThat(body).hasValue("ended");
    assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void aCallbackRunsOnceOnCompletionAndOnCancellation() {
    AtomicInteger calls = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CompletableFuture<Integer> completed = new CompletableFuture<>();
    CompletableFuture<Integer> afterwards =
        completed.whenComplete((_, _) -> calls.incrementAndGet());
    assertThat(completed.complete(28)).isTrue();
    assertThat(completed.complete(8)).isFalse();
    assertThat(afterwards).isCompletedWithValue(28);
    assertThat(calls).hasValue(1);

    CompletableFuture<Integer> cancelled = new CompletableFuture<>();
    assertThat(cancelled.cancel(false)).isTrue();
    CompletableFuture<Integer> late = cancelled.whenComplete((_, e) -> failure.set(e));
    assertThat(failure.get()).as("of one that came late").isInstanceOf(CancellationException.class);
    assertThat(late).isCompletedExceptionally();
  }
}
