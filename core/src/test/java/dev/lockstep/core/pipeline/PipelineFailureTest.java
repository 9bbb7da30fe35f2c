/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import static dev.lockstep.core.pipeline.Queues.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.pipeline.Queues.Threads;
import dev.lockstep.core.queue.QueueKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage that fails brings all down, whoever waits for whom, and its caller learns why. */
@Tag("gate")
class PipelineFailureTest {

  static List<Throwable> thrown() {
    return List.of(
        new IOException("checked"), new IllegalArgumentException("unchecked"), new Error("error"));
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void whatAStageThrowsReachesTheCaller(Throwable thrown) throws Exception {
    Threads threads = new Threads(false);
    try (Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(QueueKind.CLOSABLE, 16)
            .stage("download", 1, item -> item)
            .stage("resize", 2, item -> item == 3 ? fail(thrown) : item)
            .stage("upload", 1, item -> item)
            .on(threads)
            .start()) {
      Throwable told =
          catchThrowable(
              () -> {
                for (int item : numbers(10)) {
                  line.put(item);
                }
                line.finish();
              });
      assertToldOf(told, "resize", 3, thrown);
      assertThat(told)
          .hasMessage("stage resize failed at 3: " + thrown)
          .satisfies(
              e ->
                  assertThat(e.getStackTrace())
                      .as("the stack of who is told")
                      .extracting(StackTraceElement::getClassName)
                      .contains(PipelineFailureTest.class.getName()));
      assertToldOf(catchThrowable(line::finish), "resize", 3, thrown);
      assertToldOf(catchThrowable(() -> line.put(1)), "resize", 3, thrown);
      assertToldOf(catchThrowable(() -> line.collect(10)), "resize", 3, thrown);
      threads.awaitEnd();
    }
  }

  /** A failure may be told by the one or by the other. */
  private static <T> void putAndFinish(Pipeline<T, ?> line, T item) throws InterruptedException {
    try {
      line.put(item);
    } finally {
      List<?> _ = line.finish();
    }
  }

  /** As sneaky as a step in another language may be. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Integer fail(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static void assertToldOf(Throwable told, String stage, Object item, Throwable cause) {
    assertThat(told)
        .isInstanceOfSatisfying(
            PipelineException.class,
            e -> {
              assertThat(e.stage()).isEqualTo(stage);
              assertThat(e.item()).isEqualTo(item);
              assertThat(e).hasCause(cause);
              assertThat(e.getCause()).isSameAs(cause);
            });
  }

  /**
   * The worst moment: one worker blocks for ever, its neighbour fails, the stages before wait for
   * room where there is a bound, and the caller waits, too, for room or for the end.
   */
  private static void assertAllComesDown(
      QueueKind kind, int capacity, Step<Integer, Integer> blocking) throws Exception {
    Threads threads = new Threads(false);
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch failing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    IOException thrown = new IOException("disk full");
    try (Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(kind, capacity)
            .stage("download", 1, item -> item)
            .stage(
                "resize",
                2,
                item -> {
                  if (item == 0) {
                    blocked.countDown();
                    return blocking.apply(item);
                  }
                  failing.countDown();
                  goOn.await();
                  throw thrown;
                })
            .stage("upload", 2, item -> item)
            .on(threads)
            .start()) {
      OtherThread<List<Integer>> caller =
          OtherThread.start(
              () -> {
                for (int item : numbers(50)) {
                  line.put(item);
                }
                return line.finish();
              });
      blocked.await();
      failing.await();
      caller.awaitWaiting();
      goOn.countDown();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(caller::get)
          .satisfies(e -> assertToldOf(e.getCause(), "resize", 1, thrown));
    }
    assertThat(threads.made()).hasSize(5).noneMatch(Thread::isAlive);
  }

  @Queues.All
  void aBlockedStageIsInterrupted(QueueKind kind, int capacity) throws Exception {
    assertAllComesDown(
        kind,
        capacity,
        item -> {
          new CountDownLatch(1).await();
          return item;
        });
  }

  /** The interrupt is used up before the worker comes to hand its result on. */
  @Queues.All
  void aStageThatSwallowsTheInterruptEndsAsWell(QueueKind kind, int capacity) throws Exception {
    assertAllComesDown(
        kind,
        capacity,
        item -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
          }
          return item;
        });
  }

  /** At capacity 1 the first stages stand still, each with an item that it cannot hand on. */
  @Queues.Bounded
  void whoWaitsForRoomIsToldWhenTheLastStageFails(QueueKind kind, int capacity) throws Exception {
    Threads threads = new Threads(false);
    CountDownLatch goOn = new CountDownLatch(1);
    Error thrown = new Error("no space");
    try (Pipeline<Integer, Object> line =
        Pipeline.<Integer>over(kind, capacity)
            .stage("download", 2, item -> item)
            .stage("resize", 1, item -> item)
            .stage(
                "upload",
                1,
                _ -> {
                  goOn.await();
                  throw thrown;
                })
            .on(threads)
            .start()) {
      List<OtherThread<Void>> producers =
          List.of(endless(line), endless(line), endless(line)); // more than there is room for
      producers.forEach(OtherThread::awaitWaiting);
      goOn.countDown();
      for (OtherThread<Void> producer : producers) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(producer::get)
            .satisfies(e -> assertThat(e.getCause()).hasCause(thrown));
      }
      threads.awaitEnd();
    }
  }

  private static OtherThread<Void> endless(Pipeline<Integer, ?> line) {
    return OtherThread.start(
        () -> {
          while (true) {
            line.put(1);
          }
        });
  }

  /** Nobody puts and nobody finishes: the caller waits for results that will never come. */
  @Queues.All
  void whoCollectsIsToldToo(QueueKind kind, int capacity) throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    IOException thrown = new IOException("gone");
    try (Pipeline<Integer, Object> line =
        Pipeline.<Integer>over(kind, capacity)
            .stage(
                "only",
                1,
                _ -> {
                  goOn.await();
                  throw thrown;
                })
            .start()) {
      line.put(1);
      OtherThread<List<Object>> caller = OtherThread.start(() -> line.collect(1));
      caller.awaitWaiting();
      goOn.countDown();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(caller::get)
          .satisfies(e -> assertToldOf(e.getCause(), "only", 1, thrown));
    }
  }

  @Queues.All
  void nullIsNoResult(QueueKind kind, int capacity) throws Exception {
    try (Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(kind, capacity).stage("only", 1, _ -> (Integer) null).start()) {
      assertThatExceptionOfType(PipelineException.class)
          .isThrownBy(() -> putAndFinish(line, 5))
          .withMessageStartingWith("stage only failed at 5: ")
          .withCauseInstanceOf(NullPointerException.class)
          .withMessageEndingWith("the step returned null, which is no item");
    }
  }

  /** A step's own InterruptedException is a failure: nobody had asked the worker to end. */
  @Test
  void anInterruptedExceptionOfAStepIsAFailure() throws Exception {
    InterruptedException thrown = new InterruptedException("of its own");
    try (Pipeline<Integer, Object> line =
        Pipeline.<Integer>over(QueueKind.CLOSABLE, 1)
            .stage(
                "only",
                1,
                _ -> {
                  throw thrown;
                })
            .start()) {
      assertToldOf(catchThrowable(() -> putAndFinish(line, 5)), "only", 5, thrown);
    }
  }

  /** What a step leaves behind is no reason to end: all its items go through. */
  @Queues.All
  void anInterruptThatAStepLeavesBehindLosesNothing(QueueKind kind, int capacity) throws Exception {
    try (Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(kind, capacity)
            .stage(
                "interrupting",
                1,
                item -> {
                  Thread.currentThread().interrupt();
                  return item;
                })
            .stage("upload", 1, item -> item)
            .start()) {
      for (int item : numbers(100)) {
        line.put(item);
      }
      assertThat(line.finish()).isEqualTo(numbers(100));
    }
  }

  /** A failure must be told even if nobody can say at what. */
  @Test
  void anItemThatCannotBeNamedIsNamedByItsClass() throws Exception {
    final class Nameless {
      @Override
      public String toString() {
        throw new UnsupportedOperationException();
      }
    }
    try (Pipeline<Nameless, Integer> line =
        Pipeline.<Nameless>over(QueueKind.CLOSABLE, 1).stage("only", 1, _ -> 1 / zero()).start()) {
      assertThatExceptionOfType(PipelineException.class)
          .isThrownBy(() -> putAndFinish(line, new Nameless()))
          .withMessageContaining("failed at a " + Nameless.class.getName());
    }
  }

  private static int zero() {
    return 0;
  }

  /** Bounded even then: the worker is named, and the failure is not lost over it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIgnoresInterruptsIsNamed(boolean failure) throws Exception {
    Threads threads = new Threads(false);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch deaf = new CountDownLatch(1);
    IOException thrown = new IOException("disk full");
    Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(QueueKind.CLOSABLE, 1)
            .stage(
                "resize",
                2,
                item -> {
                  if (item == 1) {
                    deaf.await();
                    throw thrown;
                  }
                  deaf.countDown();
                  awaitUninterruptibly(end);
                  return item;
                })
            .on(threads)
            .grace(Duration.ofMillis(500))
            .start();
    line.put(0);
    deaf.await();
    if (failure) {
      assertThatExceptionOfType(PipelineException.class)
          .isThrownBy(() -> putAndFinish(line, 1))
          .withCause(thrown)
          .satisfies(
              e ->
                  assertThat(e.getSuppressed())
                      .singleElement()
                      .asString()
                      .contains("still running after they were interrupted")
                      .containsAnyOf(
                          "[platform-1 of stage resize]", "[platform-2 of stage resize]"));
    } else {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(line::close)
          .withMessageContaining(" of stage resize]");
    }
    line.close(); // it was said once
    while (threads.made().stream().filter(Thread::isAlive).count() > 1) {
      Thread.sleep(1); // the other one has been interrupted, and ends in its time
    }
    assertThat(threads.made()).filteredOn(Thread::isAlive).hasSize(1);
    end.countDown();
    threads.awaitEnd();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        assertThat(latch.getCount()).isNotNegative(); // deaf on purpose
      }
    }
  }
}
