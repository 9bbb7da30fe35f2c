/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the work when its future is cancelled, and what a future tells of itself.
 *
 * <table>
 * <caption>Cancelling work that runs</caption>
 * <tr><th>future</th><th>cancel</th><th>is done</th><th>the work</th></tr>
 * <tr><td>Python, concurrent.futures</td><td>False</td><td>at its end</td><td>goes on</td></tr>
 * <tr><td>Python, asyncio.Task</td><td>True</td><td>at its end</td><td>gets an exception, may
 * refuse</td></tr>
 * <tr><td>FutureTask, cancel(false)</td><td>true</td><td>at once</td><td>goes on in vain</td></tr>
 * <tr><td>FutureTask, cancel(true)</td><td>true</td><td>at once</td><td>is interrupted</td></tr>
 * <tr><td>CompletableFuture</td><td>true</td><td>at once</td><td>goes on in vain</td></tr>
 * <tr><td>TaskGroup, cancel(true)</td><td>true</td><td>at its end</td><td>is interrupted</td></tr>
 * </table>
 */
class CancellationTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicReference<String> work = new AtomicReference<>("not begun");

  /** Ends when it is told to, or is interrupted. */
  private Integer work() {
    work.set("begun");
    begun.countDown();
    try {
      end.await();
      work.set("ended");
    } catch (InterruptedException e) {
      work.set("interrupted");
    }
    return 28;
  }

  @Test
  void aFutureTaskIsDoneAtOnceAndItsWorkIsInterruptedAtMost() throws Exception {
    FutureTask<Integer> task = new FutureTask<>(this::work);
    Thread thread = Thread.ofPlatform().daemon().start(task);
    begun.await();
    assertThat(task.cancel(false)).isTrue();
    assertThat(task.isDone()).isTrue();
    assertThat(work).as("it goes on").hasValue("begun");
    assertThat(task.cancel(true)).as("too late to interrupt it").isFalse();
    end.countDown();
    thread.join();
    assertThat(work).hasValue("ended");

    FutureTask<Integer> other =
        new FutureTask<>(() -> new CountDownLatch(1).await(1, TimeUnit.HOURS) ? 1 : 0);
    Thread interrupted = Thread.ofPlatform().daemon().start(other);
    OtherThread.until("it waits", () -> interrupted.getState() == Thread.State.TIMED_WAITING);
    assertThat(other.cancel(true)).isTrue();
    interrupted.join();
    assertThat(other.state()).isEqualTo(Future.State.CANCELLED);
  }

  /** Also not by a timeout: {@code orTimeout} is no {@code wait_for}. */
  @Test
  void theWorkOfACompletableFutureIsNeverStopped() throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      CompletableFuture<Integer> future = CompletableFuture.supplyAsync(this::work, pool);
      begun.await();
      CompletableFuture<Integer> limited = future.orTimeout(1, TimeUnit.MILLISECONDS);
      assertThatThrownBy(limited::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
      assertThat(future.state()).isEqualTo(Future.State.FAILED);
      assertThat(work).as("it goes on").hasValue("begun");

      CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> 8, pool);
      assertThat(second.cancel(true)).as("waits behind the first").isTrue();
      assertThatThrownBy(second::join).isInstanceOf(CancellationException.class);
      assertThat(work).as("the argument means nothing").hasValue("begun");
      end.countDown();
    }
    assertThat(work).hasValue("ended");
  }

  @Test
  void theWorkOfAGroupIs() throws Exception {
    try (TaskGroup<Integer> group = new TaskGroup<>()) {
      Future<Integer> task = group.start(this::work);
      begun.await();
      assertThat(task.cancel(true)).isTrue();
      assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
      assertThat(work).as("whoever is told knows that it has ended").hasValue("interrupted");
    }
  }

  @Test
  void andThatOfATimedCall() {
    assertThatThrownBy(() -> TimedCall.waitFor(this::work, Duration.ofMillis(50)))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("did not complete in 50 ms and was cancelled");
    assertThat(work.get()).isIn("interrupted", "not begun");
  }

  /** Python's {@code exception} returns None where {@code exceptionNow} throws. */
  @Test
  void aFutureTellsHowItEnded() {
    IllegalArgumentException failure = new IllegalArgumentException("of the work");
    Future<Integer> succeeded = CompletableFuture.completedFuture(28);
    Future<Integer> failed = CompletableFuture.failedFuture(failure);
    CompletableFuture<Integer> cancelled = new CompletableFuture<>();
    CompletableFuture<Integer> open = new CompletableFuture<>();
    assertThat(cancelled.cancel(false)).isTrue();
    assertThat(List.of(succeeded.state(), failed.state(), cancelled.state(), open.state()))
        .containsExactly(
            Future.State.SUCCESS,
            Future.State.FAILED,
            Future.State.CANCELLED,
            Future.State.RUNNING);
    assertThat(List.of(succeeded.isDone(), failed.isDone(), cancelled.isDone(), open.isDone()))
        .containsExactly(true, true, true, false);
    assertThat(succeeded.resultNow()).isEqualTo(28);
    assertThat(failed.exceptionNow()).isSameAs(failure);
    assertThatIllegalStateException().isThrownBy(succeeded::exceptionNow);
    assertThatIllegalStateException().isThrownBy(failed::resultNow);
    assertThatIllegalStateException().isThrownBy(cancelled::exceptionNow);
    assertThatIllegalStateException().isThrownBy(open::resultNow);
    assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    assertThatThrownBy(() -> open.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(open.isDone()).as("the wait is over, the future is not").isFalse();
  }

  /** An {@code asyncio.Future} never waits; of Java's methods these do not. */
  @Test
  void whatDoesNotWait() {
    CompletableFuture<Integer> open = new CompletableFuture<>();
    assertThat(open.getNow(-1)).isEqualTo(-1);
    assertThatIllegalStateException().isThrownBy(open::resultNow);
    assertThat(open.complete(28)).isTrue();
    assertThat(open.getNow(-1)).isEqualTo(28);
    assertThat(open.resultNow()).isEqualTo(28);
  }

  @Test
  void callbacksRunOnceHoweverItEndsAndAlsoAfterwards() {
    for (String way : List.of("value", "failure", "cancellation")) {
      CompletableFuture<Integer> future = new CompletableFuture<>();
      List<String> calls = new ArrayList<>();
      var _ = future.whenComplete((_, _) -> calls.add("before"));
      boolean decided =
          switch (way) {
            case "value" -> future.complete(28);
            case "failure" -> future.completeExceptionally(new IllegalStateException());
            default -> future.cancel(false);
          };
      assertThat(decided).isTrue();
      assertThat(calls).as(way).containsExactly("before");
      var _ = future.whenComplete((_, _) -> calls.add("after"));
      assertThat(calls).as(way).containsExactly("before", "after");
      assertThat(future.complete(8)).as(way).isFalse();
      assertThat(calls).as(way).hasSize(2);
    }
  }
}
