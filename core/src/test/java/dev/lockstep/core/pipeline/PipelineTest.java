/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import static dev.lockstep.core.pipeline.Queues.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.pipeline.Queues.Threads;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.Polls;
import dev.lockstep.core.queue.QueueKind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in comes out, over every queue. */
@Tag("gate")
class PipelineTest {

  private static Pipeline<Integer, String> start(
      QueueKind kind, int capacity, Threads threads, int... workers) {
    return Pipeline.<Integer>over(kind, capacity)
        .stage("download", workers[0], item -> item + "d")
        .stage("resize", workers[1], item -> item + "r")
        .stage("upload", workers[2], item -> item + "u")
        .on(threads)
        .start();
  }

  @Queues.All
  void theRunOfTheBook(QueueKind kind, int capacity) throws Exception {
    Threads threads = new Threads(false);
    try (Pipeline<Integer, String> line = start(kind, capacity, threads, 1, 1, 1)) {
      for (int item : numbers(1000)) {
        line.put(item);
      }
      List<String> done = line.finish();
      assertThat(done).isEqualTo(numbers(1000).stream().map(item -> item + "dru").toList());
      assertThat(threads.made()).hasSize(3).noneMatch(Thread::isAlive);
      assertThat(line.statistics())
          .extracting(StageStatistics::name)
          .containsExactly("download", "resize", "upload");
      assertThat(line.statistics())
          .allSatisfy(stage -> assertStage(stage, kind, capacity, 1, 1000))
          .extracting(StageStatistics::takes)
          .containsExactly(1001L, 1001L, 1001L);
    }
  }

  @Queues.All
  void threeFourFive(QueueKind kind, int capacity) throws Exception {
    Threads threads = new Threads(true);
    try (Pipeline<Integer, String> line = start(kind, capacity, threads, 3, 4, 5)) {
      for (int item : numbers(1000)) {
        line.put(item);
      }
      assertThat(line.finish())
          .containsExactlyInAnyOrderElementsOf(
              numbers(1000).stream().map(item -> item + "dru").toList());
      assertThat(threads.made()).hasSize(12).noneMatch(Thread::isAlive);
      assertThat(line.statistics())
          .extracting(StageStatistics::takes)
          .containsExactly(1003L, 1004L, 1005L);
      for (int stage = 0; stage < 3; stage++) {
        assertStage(line.statistics().get(stage), kind, capacity, 3 + stage, 1000);
      }
    }
  }

  private static void assertStage(
      StageStatistics stage, QueueKind kind, int capacity, int workers, long items) {
    Channel<Object> queue = kind.create(capacity);
    assertThat(stage.workers()).isEqualTo(workers);
    assertThat(stage.items()).isEqualTo(items);
    assertThat(stage.polls()).isEqualTo(stage.takes() + stage.emptyPolls());
    assertThat(stage.maxDepth()).as("nobody asked for it").isEmpty();
    if (!(queue instanceof Polls)) {
      assertThat(stage.emptyPolls()).isZero();
    }
  }

  /** Whoever polls looks in vain while the line is idle; whoever waits does not. */
  @Test
  void onlyThePolledQueueIsAskedInVain() throws Exception {
    try (Pipeline<Integer, String> line =
        start(QueueKind.POLLING, Channel.UNBOUNDED, new Threads(false), 1, 1, 1)) {
      OtherThread.until(
          "three workers have looked in vain",
          () -> line.statistics().stream().allMatch(stage -> stage.emptyPolls() > 0));
      line.put(1);
      assertThat(line.finish()).containsExactly("1dru");
      long polls = line.statistics().stream().mapToLong(StageStatistics::polls).sum();
      assertThat(polls).isGreaterThanOrEqualTo(9); // 3 items, 3 sentinels, 3 in vain
    }
  }

  @Queues.All
  void nothingGoesThrough(QueueKind kind, int capacity) throws Exception {
    Threads threads = new Threads(false);
    try (Pipeline<Integer, String> line = start(kind, capacity, threads, 2, 1, 2)) {
      assertThat(line.finish()).isEmpty();
      assertThat(threads.made()).hasSize(5).noneMatch(Thread::isAlive);
      assertThat(line.statistics()).extracting(StageStatistics::takes).containsExactly(2L, 1L, 2L);
    }
  }

  @Queues.All
  void collectingLeavesItRunning(QueueKind kind, int capacity) throws Exception {
    Threads threads = new Threads(false);
    try (Pipeline<Integer, String> line = start(kind, capacity, threads, 1, 1, 1)) {
      for (int pass = 0; pass < 3; pass++) {
        for (int item : numbers(20)) {
          line.put(item);
        }
        assertThat(line.collect(5)).containsExactly("0dru", "1dru", "2dru", "3dru", "4dru");
        assertThat(line.collect(15)).hasSize(15).startsWith("5dru").endsWith("19dru");
        assertThat(line.collect(0)).isEmpty();
      }
      assertThat(threads.made()).allMatch(Thread::isAlive);
      line.put(7);
      assertThat(line.finish()).containsExactly("7dru");
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> line.collect(1))
          .withMessage("collect after finish");
    }
  }

  /** A slow stage: without a bound what waits for it grows, with a bound it cannot. */
  @Queues.All
  void theDepthIsThatOfTheSlowestStage(QueueKind kind, int capacity) throws Exception {
    int items = 200;
    CountDownLatch slow = new CountDownLatch(1);
    try (Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(kind, capacity)
            .stage(
                "slow",
                1,
                item -> {
                  slow.await();
                  return item;
                })
            .watched()
            .start()) {
      OtherThread<Void> producer =
          OtherThread.start(
              () -> {
                for (int item : numbers(items)) {
                  line.put(item);
                }
                return null;
              });
      if (capacity == Channel.UNBOUNDED) {
        producer.get();
      } else {
        producer.awaitWaiting();
      }
      slow.countDown();
      producer.get();
      assertThat(line.finish()).hasSize(items);
      int depth = line.statistics().getFirst().maxDepth().orElseThrow();
      if (capacity == Channel.UNBOUNDED) {
        assertThat(depth).isGreaterThan(items / 2);
      } else {
        assertThat(depth).isLessThanOrEqualTo(kind.create(capacity).capacity());
      }
    }
  }

  /** An item may claim to equal anything, also a sentinel. */
  @Queues.All
  void sentinelsAreKnownByIdentity(QueueKind kind, int capacity) throws Exception {
    record Claimer(int id) {
      @Override
      public boolean equals(Object other) {
        return true;
      }

      @Override
      public int hashCode() {
        return 0;
      }
    }
    try (Pipeline<Claimer, Integer> line =
        Pipeline.<Claimer>over(kind, capacity).stage("only", 1, Claimer::id).start()) {
      for (int item : numbers(10)) {
        line.put(new Claimer(item));
      }
      assertThat(line.finish()).isEqualTo(numbers(10));
    }
  }

  @Queues.All
  void nullIsNoItem(QueueKind kind, int capacity) throws Exception {
    try (Pipeline<Integer, String> line = start(kind, capacity, new Threads(false), 1, 1, 1)) {
      assertThatNullPointerException()
          .isThrownBy(() -> line.put(null))
          .withMessage("null is no item");
      line.put(1);
      assertThat(line.finish()).containsExactly("1dru");
    }
  }

  @Test
  void itsOwnThreadsAreDaemonsNamedAfterTheirStage() throws Exception {
    try (Pipeline<Integer, String> line =
        Pipeline.<Integer>over(QueueKind.CLOSABLE, 1)
            .stage("resize", 1, _ -> Thread.currentThread())
            .stage("say", 1, thread -> thread.getName() + " " + thread.isDaemon())
            .start()) {
      line.put(1);
      assertThat(line.finish()).containsExactly("resize-1 true");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aStageNeedsAWorker(int workers) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Pipeline.over(QueueKind.CLOSABLE, 1).stage("resize", workers, item -> item))
        .withMessage("stage resize must have at least 1 worker, not " + workers);
  }

  @Test
  void plansThatMakeNoSenseAreRefused() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Pipeline.over(QueueKind.CLOSABLE, 1).start())
        .withMessage("a pipeline needs a stage");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Pipeline.over(QueueKind.CLOSABLE, 1)
                    .stage("twice", 1, item -> item)
                    .stage("twice", 1, item -> item))
        .withMessage("two stages are called twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pipeline.over(QueueKind.SYNCHRONOUS, 1))
        .withMessage("SYNCHRONOUS cannot have the capacity 1: NONE");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pipeline.over(QueueKind.ARRAY_DEQUE, Channel.UNBOUNDED))
        .withMessageStartingWith("ARRAY_DEQUE may lose items and sentinels");
  }

  /** The plan can be started again and again: nothing is shared between two of its pipelines. */
  @Test
  void aPlanIsReusable() throws Exception {
    PipelineBuilder<Integer, Integer> plan =
        Pipeline.<Integer>over(QueueKind.CLOSABLE, 1).stage("only", 1, item -> item);
    try (Pipeline<Integer, Integer> one = plan.start();
        Pipeline<Integer, Integer> two = plan.start()) {
      one.put(1);
      two.put(2);
      assertThat(Stream.of(one.finish(), two.finish())).containsExactly(List.of(1), List.of(2));
    }
  }
}
