/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Cancelled work is stopped, and nothing is left of a group that was closed. */
class TaskGroupCancellationTest {

  /** The threads of a group, which is platform threads here, and remembers them. */
  private final List<Thread> threads = new ArrayList<>();

  private final ThreadFactory factory =
      work -> {
        Thread thread = Thread.ofPlatform().daemon().name("work-" + threads.size()).unstarted(work);
        threads.add(thread);
        return thread;
      };

  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  /** Waits until it is interrupted. */
  private String endless() throws InterruptedException {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.set(true);
      throw e;
    }
  }

  @Test
  void aRunningTaskIsInterruptedAndItsFutureDoneWhenItHasEnded() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (TaskGroup<String> group = new TaskGroup<>(factory)) {
      AtomicReference<String> work = new AtomicReference<>("runs");
      Future<String> task =
          group.start(
              () -> {
                try {
                  return endless();
                } finally {
                  mayEnd.await();
                  work.set("ended");
                }
              });
      begun.await();
      assertThat(task.cancel(true)).isTrue();
      OtherThread.until("the interrupt arrives", interrupted::get);
      assertThat(task.isDone()).as("still cleans up").isFalse();
      assertThat(task.isCancelled()).isFalse();
      assertThat(task.state()).isEqualTo(Future.State.RUNNING);
      assertThatThrownBy(() -> task.get(1, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(task.cancel(true)).as("is cancelled already").isFalse();
      OtherThread<String> waiter = OtherThread.start(task::get);
      waiter.awaitWaiting();
      mayEnd.countDown();
      assertThatThrownBy(waiter::get).hasCauseInstanceOf(CancellationException.class);
      assertThat(work).hasValue("ended");
      assertThat(task.isCancelled()).isTrue();
      assertThat(task.state()).isEqualTo(Future.State.CANCELLED);
    }
  }

  /** An {@code asyncio.Task} would keep the value. */
  @Test
  void whatACancelledTaskReturnsOrThrowsIsDropped() {
    try (TaskGroup<String> group = new TaskGroup<>()) {
      Future<String> returning =
          group.start(
              () -> {
                try {
                  return endless();
                } catch (InterruptedException e) {
                  return "a value all the same";
                }
              });
      Future<String> throwing =
          group.start(
              () -> {
                try {
                  return endless();
                } catch (InterruptedException e) {
                  throw new IOException("all the same", e);
                }
              });
      assertThat(group.cancel()).isEqualTo(2);
      assertThatThrownBy(returning::get).isInstanceOf(CancellationException.class);
      assertThatThrownBy(throwing::get).isInstanceOf(CancellationException.class);
      assertThat(group.cancel()).isZero();
    }
  }

  @Test
  void withoutAnInterruptTheWorkGoesOnInVain() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (TaskGroup<String> group = new TaskGroup<>()) {
      Future<String> task =
          group.start(
              () -> {
                begun.countDown();
                end.await();
                return "in vain";
              });
      begun.await();
      assertThat(task.cancel(false)).isTrue();
      assertThat(task.isDone()).isFalse();
      end.countDown();
      assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void whatHasEndedCannotBeCancelled() throws Exception {
    try (TaskGroup<String> group = new TaskGroup<>()) {
      Future<String> task = group.start(() -> "a value");
      assertThat(task.get()).isEqualTo("a value");
      assertThat(task.cancel(true)).isFalse();
      assertThat(task.resultNow()).isEqualTo("a value");
      assertThat(group.cancel()).isZero();
    }
  }

  @Test
  void aTaskThatWasCancelledBeforeItsTurnNeverBegins() {
    List<String> ran = new ArrayList<>();
    List<GroupTask<String>> ended = new ArrayList<>();
    GroupTask<String> task =
        new GroupTask<>(
            () -> {
              ran.add("ran");
              return "a value";
            },
            each -> {
              ended.add(each);
              each.open();
            });
    assertThat(task.cancel(true)).isTrue();
    task.run();
    assertThat(task.state()).isEqualTo(Future.State.CANCELLED);
    assertThat(ran).isEmpty();
    assertThat(ended).as("told once").containsExactly(task);
  }

  @Test
  void noInterruptReachesTheThreadAfterTheWork() {
    GroupTask<String> task = new GroupTask<>(() -> "a value", GroupTask::open);
    task.run();
    assertThat(task.cancel(true)).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    task.run();
    assertThat(task.resultNow()).as("a second run does nothing").isEqualTo("a value");
  }

  @Test
  void closeStopsWhatRunsAndLeavesNoThread() {
    TaskGroup<String> group = new TaskGroup<>(factory);
    Future<String> endless = group.start(this::endless);
    Future<String> failing =
        group.start(
            () -> {
              throw new IOException("of a task");
            });
    OtherThread.until("one failed", failing::isDone);
    group.close();
    assertThat(endless.state()).isIn(Future.State.CANCELLED);
    assertThat(failing.state()).as("as it was").isEqualTo(Future.State.FAILED);
    assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
    group.close();
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> group.start(() -> "late"))
        .withMessage("start after close");
    assertThat(threads.getLast().getState()).isEqualTo(Thread.State.NEW);
  }

  /** A group may also be closed because its caller is interrupted. */
  @Test
  void anInterruptedCallerWaitsAllTheSameAndStaysInterrupted() throws Exception {
    TaskGroup<String> group = new TaskGroup<>(factory);
    Future<String> _ = group.start(this::endless);
    begun.await();
    Thread.currentThread().interrupt();
    group.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(threads).noneMatch(Thread::isAlive);
  }

  @Test
  void whatIgnoresItsInterruptIsNamed() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    TaskGroup<String> group = new TaskGroup<>(factory, Duration.ofMillis(1));
    Future<String> deaf =
        group.start(
            () -> {
              begun.countDown();
              while (end.getCount() > 0) {
                Thread.onSpinWait();
              }
              return "at last";
            });
    Future<String> _ = group.start(() -> "a value");
    threads.getLast().join();
    begun.await();
    assertThatIllegalStateException()
        .isThrownBy(group::close)
        .withMessage("1 of 2 threads still run after they were interrupted: work-0");
    assertThat(deaf.isDone()).as("it is not pretended").isFalse();
    end.countDown();
    threads.getFirst().join();
    assertThat(deaf.state()).isEqualTo(Future.State.CANCELLED);
    group.close();
  }

  @Test
  void aFactoryWithoutThreadsIsRefused() {
    try (TaskGroup<String> group = new TaskGroup<>(_ -> null)) {
      assertThatExceptionOfType(RejectedExecutionException.class)
          .isThrownBy(() -> group.start(() -> "never"));
      assertThat(group.asCompleted()).isEmpty();
    }
  }
}
