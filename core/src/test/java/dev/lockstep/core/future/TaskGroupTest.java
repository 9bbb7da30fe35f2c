/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.future.TaskGroup.Partition;
import dev.lockstep.core.future.TaskGroup.Until;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for several tasks: for all, for the first, in order of completion, for results. */
class TaskGroupTest {

  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final TaskGroup<String> group = new TaskGroup<>();

  @AfterEach
  void nothingIsLeft() {
    group.close();
  }

  /** Ends with its name when the latch is opened. */
  private static Callable<String> after(CountDownLatch latch, String name) {
    return () -> {
      latch.await();
      return name;
    };
  }

  private static Callable<String> failing(CountDownLatch latch, Exception failure) {
    return () -> {
      latch.await();
      throw failure;
    };
  }

  private static CountDownLatch closed() {
    return new CountDownLatch(1);
  }

  private static List<CountDownLatch> latches() {
    return List.of(closed(), closed(), closed());
  }

  private List<Future<String>> start(List<CountDownLatch> latches) {
    List<Future<String>> tasks = new ArrayList<>();
    for (int i = 0; i < latches.size(); i++) {
      tasks.add(group.start(after(latches.get(i), "task " + i)));
    }
    return tasks;
  }

  @Test
  void anErrorIsAFailureLikeOthers() {
    AssertionError thrown = new AssertionError("as planned");
    Future<String> task =
        group.start(
            () -> {
              throw thrown;
            });
    assertThatThrownBy(task::get).isInstanceOf(ExecutionException.class).hasCause(thrown);
    assertThatThrownBy(group::gather).isInstanceOf(ExecutionException.class).hasCause(thrown);
  }

  /** What ends well after it must not make the group forget it. */
  @Test
  void aFailureIsRememberedWhenOthersSucceed() throws Exception {
    CountDownLatch failure = closed();
    CountDownLatch success = closed();
    CountDownLatch never = closed();
    Future<String> failed = group.start(failing(failure, new IOException("as planned")));
    Future<String> well = group.start(after(success, "well"));
    Future<String> pending = group.start(after(never, "never"));
    failure.countDown();
    assertThat(group.await(Until.FIRST_FAILED).done()).containsExactly(failed);
    success.countDown();
    assertThat(well.get()).isEqualTo("well");
    Partition<String> seen = group.await(Until.FIRST_FAILED);
    assertThat(seen.done()).containsExactly(failed, well);
    assertThat(seen.pending()).containsExactly(pending);
    never.countDown();
  }

  @Test
  void nobodyWaitsForNothing() throws Exception {
    for (Until until : Until.values()) {
      assertThat(group.await(until)).isEqualTo(new Partition<>(List.of(), List.of()));
    }
    assertThat(group.gather()).isEmpty();
    assertThat(group.gatherAll()).isEmpty();
    assertThat(group.asCompleted()).isEmpty();
  }

  @Test
  void allAreWaitedFor() throws Exception {
    List<CountDownLatch> latches = latches();
    List<Future<String>> tasks = start(latches);
    OtherThread<Partition<String>> waiter =
        OtherThread.start(() -> group.await(Until.ALL_COMPLETED));
    latches.get(2).countDown();
    latches.get(0).countDown();
    assertThat(tasks.get(2).get()).isEqualTo("task 2");
    assertThat(tasks.get(0).get()).isEqualTo("task 0");
    waiter.awaitWaiting();
    assertThat(group.await(Until.ALL_COMPLETED, Duration.ofMillis(1)))
        .as("the time is over")
        .isEqualTo(new Partition<>(List.of(tasks.get(0), tasks.get(2)), List.of(tasks.get(1))));
    latches.get(1).countDown();
    assertThat(waiter.get()).isEqualTo(new Partition<>(tasks, List.of()));
  }

  @Test
  void everybodyWhoWaitsIsReleased() throws Exception {
    CountDownLatch latch = closed();
    Future<String> task = group.start(after(latch, "done"));
    List<OtherThread<Boolean>> waiters =
        List.of(
            OtherThread.start(() -> group.await(Until.ALL_COMPLETED).pending().isEmpty()),
            OtherThread.start(() -> group.await(Until.FIRST_COMPLETED).pending().isEmpty()),
            OtherThread.start(() -> group.gather().equals(List.of("done"))),
            OtherThread.start(() -> group.asCompleted().iterator().next().isDone()),
            OtherThread.start(() -> task.get().equals("done")));
    waiters.forEach(OtherThread::awaitWaiting);
    latch.countDown();
    for (OtherThread<Boolean> waiter : waiters) {
      assertThat(waiter.get()).isTrue();
    }
  }

  @Test
  void theFirstIsWaitedForHoweverItEnds() throws Exception {
    List<CountDownLatch> latches = latches();
    List<Future<String>> tasks = start(latches);
    assertThat(group.await(Until.FIRST_COMPLETED, Duration.ZERO))
        .isEqualTo(new Partition<>(List.of(), tasks));
    OtherThread<Partition<String>> waiter =
        OtherThread.start(() -> group.await(Until.FIRST_COMPLETED, FOREVER));
    waiter.awaitWaiting();
    assertThat(tasks.get(1).cancel(true)).isTrue();
    assertThat(waiter.get())
        .isEqualTo(new Partition<>(List.of(tasks.get(1)), List.of(tasks.get(0), tasks.get(2))));
    assertThat(latches).as("no other was touched").allMatch(latch -> latch.getCount() == 1);
    assertThat(tasks.get(0).isDone()).isFalse();
  }

  @Test
  void theFirstFailureIsWaitedForAndACancellationIsNone() throws Exception {
    List<CountDownLatch> latches = latches();
    List<Future<String>> tasks = start(latches);
    Future<String> failing = group.start(failing(latches.get(2), new IOException("of a task")));
    OtherThread<Partition<String>> waiter =
        OtherThread.start(() -> group.await(Until.FIRST_FAILED));
    latches.get(0).countDown();
    assertThat(tasks.get(0).get()).isEqualTo("task 0");
    assertThat(tasks.get(1).cancel(true)).isTrue();
    OtherThread.until("one is cancelled", tasks.get(1)::isDone);
    waiter.awaitWaiting();
    latches.get(2).countDown();
    assertThat(waiter.get().done()).contains(tasks.get(0), tasks.get(1), failing);
    assertThat(failing.exceptionNow()).hasMessage("of a task");
  }

  @Test
  void withoutAFailureAllAreWaitedFor() throws Exception {
    List<CountDownLatch> latches = latches();
    List<Future<String>> tasks = start(latches);
    latches.forEach(CountDownLatch::countDown);
    assertThat(group.await(Until.FIRST_FAILED)).isEqualTo(new Partition<>(tasks, List.of()));
  }

  @Test
  void tasksComeInTheOrderInWhichTheyEnded() {
    List<CountDownLatch> latches = latches();
    List<Future<String>> tasks = start(latches);
    Iterator<Future<String>> completed = group.asCompleted().iterator();
    for (int next : new int[] {2, 0, 1}) {
      latches.get(next).countDown();
      assertThat(completed.next().resultNow()).isEqualTo("task " + next);
    }
    assertThat(completed.hasNext()).isFalse();
    assertThatThrownBy(completed::next).isInstanceOf(NoSuchElementException.class);
    assertThat(group.asCompleted())
        .as("anew, with all that are there")
        .containsExactly(tasks.get(2), tasks.get(0), tasks.get(1));
  }

  @Test
  void tasksThatAreStartedMeanwhileComeToo() {
    AtomicInteger depth = new AtomicInteger();
    Future<String> _ = group.start(() -> "seed");
    List<String> found = new ArrayList<>();
    for (Future<String> page : group.asCompleted()) {
      found.add(page.resultNow());
      if (depth.incrementAndGet() < 4) {
        Future<String> _ = group.start(() -> "page " + depth);
      }
    }
    assertThat(found).containsExactly("seed", "page 1", "page 2", "page 3");
  }

  @Test
  void whoIsInterruptedWhileHeWaitsForTheNextStaysInterrupted() throws Exception {
    Future<String> task = group.start(after(closed(), "never"));
    OtherThread<Boolean> waiter =
        OtherThread.start(
            () -> {
              assertThatThrownBy(() -> group.asCompleted().iterator().next())
                  .isInstanceOf(CancellationException.class)
                  .hasCauseInstanceOf(InterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    waiter.awaitWaiting();
    waiter.thread().interrupt();
    assertThat(waiter.get()).isTrue();
    assertThat(task.isDone()).as("the task goes on").isFalse();
  }

  @Test
  void resultsComeInTheOrderOfTheStarts() throws Exception {
    List<CountDownLatch> latches = latches();
    List<Future<String>> tasks = start(latches);
    for (int next : new int[] {2, 0, 1}) {
      latches.get(next).countDown();
      assertThat(tasks.get(next).get()).isEqualTo("task " + next);
    }
    assertThat(group.gather()).containsExactly("task 0", "task 1", "task 2");
    Future<String> _ = group.start(() -> null);
    assertThat(group.gather())
        .as("null is a result")
        .containsExactly("task 0", "task 1", "task 2", null);
  }

  @Test
  void theFirstFailureInTimeIsThrownAtOnceAndTheOthersGoOn() throws Exception {
    List<CountDownLatch> latches = latches();
    IOException early = new IOException("the first in time");
    IOException late = new IOException("the first in order");
    Future<String> first = group.start(failing(latches.get(0), late));
    Future<String> second = group.start(failing(latches.get(1), early));
    Future<String> third = group.start(after(latches.get(2), "third"));
    OtherThread<List<String>> waiter = OtherThread.start(group::gather);
    waiter.awaitWaiting();
    latches.get(1).countDown();
    assertThatThrownBy(waiter::get).rootCause().isSameAs(early);
    assertThat(second.state()).isEqualTo(Future.State.FAILED);
    assertThat(List.of(first.isDone(), third.isDone())).containsOnly(false);
    latches.get(2).countDown();
    assertThat(third.get()).as("was not cancelled").isEqualTo("third");
    latches.get(0).countDown();
    OtherThread.until("the first fails", first::isDone);
    assertThatThrownBy(group::gather)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .as("still the first in time")
        .isSameAs(early);
  }

  @Test
  void aCancelledTaskIsToGatherOneThatFailed() {
    Future<String> task = group.start(after(closed(), "never"));
    Future<String> other = group.start(after(closed(), "never"));
    assertThat(task.cancel(true)).isTrue();
    assertThatThrownBy(group::gather).isInstanceOf(CancellationException.class);
    assertThat(other.isDone()).isFalse();
  }

  @Test
  void allOutcomesComeInTheOrderOfTheStarts() throws Exception {
    CountDownLatch go = closed();
    Future<String> _ = group.start(failing(go, new IOException("of a task")));
    Future<String> _ = group.start(after(go, "a value"));
    Future<String> cancelled = group.start(after(closed(), "never"));
    OtherThread<List<Future<String>>> waiter = OtherThread.start(group::gatherAll);
    go.countDown();
    waiter.awaitWaiting();
    assertThat(cancelled.cancel(true)).isTrue();
    List<Future<String>> all = waiter.get();
    assertThat(all)
        .extracting(Future::state)
        .containsExactly(Future.State.FAILED, Future.State.SUCCESS, Future.State.CANCELLED);
    assertThat(all.get(0).exceptionNow()).hasMessage("of a task");
    assertThat(all.get(1).resultNow()).isEqualTo("a value");
  }

  @Test
  void whoeverIsInterruptedInAGatherCancelsAll() {
    List<Future<String>> tasks = start(latches());
    OtherThread<List<String>> waiter = OtherThread.start(group::gather);
    waiter.awaitWaiting();
    waiter.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    for (Future<String> task : tasks) {
      assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
    }
    Future<String> later = group.start(after(closed(), "never"));
    OtherThread<List<Future<String>>> all = OtherThread.start(group::gatherAll);
    all.awaitWaiting();
    all.thread().interrupt();
    assertThatThrownBy(all::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(later::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void whoeverIsInterruptedInAnAwaitCancelsNone() throws Exception {
    List<CountDownLatch> latches = latches();
    List<Future<String>> tasks = start(latches);
    OtherThread<Partition<String>> waiter =
        OtherThread.start(() -> group.await(Until.ALL_COMPLETED));
    waiter.awaitWaiting();
    waiter.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    latches.forEach(CountDownLatch::countDown);
    assertThat(tasks.get(2).get()).isEqualTo("task 2");
  }

  @Test
  void aTaskThatClosesItsOwnGroupIsTold() throws Exception {
    Future<String> task =
        group.start(
            () -> {
              assertThatIllegalStateException().isThrownBy(group::close);
              return "told";
            });
    assertThat(task.get()).isEqualTo("told");
    assertThat(group.start(() -> "still open").get()).isEqualTo("still open");
  }
}
