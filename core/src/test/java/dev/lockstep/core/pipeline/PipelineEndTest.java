/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import static dev.lockstep.core.pipeline.Queues.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.pipeline.Queues.Threads;
import dev.lockstep.core.queue.QueueKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a pipeline ends, whatever it is doing. */
@Tag("gate")
class PipelineEndTest {

  private static PipelineBuilder<Integer, Integer> blocking(
      QueueKind kind, int capacity, CountDownLatch begun, CountDownLatch goOn) {
    return Pipeline.<Integer>over(kind, capacity)
        .stage(
            "blocking",
            1,
            item -> {
              begun.countDown();
              goOn.await();
              return item;
            })
        .stage("upload", 2, item -> item);
  }

  /** The next stage is closed when this one has ended, not before: else its items are lost. */
  @Queues.All
  void stagesAreClosedInOrder(QueueKind kind, int capacity) throws Exception {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch goOn = new CountDownLatch(1);
    Threads threads = new Threads(false);
    try (Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(kind, capacity)
            .stage(
                "slow",
                2,
                item -> {
                  goOn.await();
                  log.add("slow " + item);
                  return item;
                })
            .stage(
                "fast",
                3,
                item -> {
                  log.add("fast " + item);
                  return item;
                })
            .on(threads)
            .start()) {
      OtherThread<List<Integer>> caller =
          OtherThread.start(
              () -> {
                line.put(1);
                line.put(2);
                return line.finish();
              });
      caller.awaitWaiting();
      assertThat(threads.made()).allMatch(Thread::isAlive);
      goOn.countDown();
      assertThat(caller.get()).containsExactlyInAnyOrder(1, 2);
      assertThat(log).containsExactlyInAnyOrder("slow 1", "slow 2", "fast 1", "fast 2");
      assertThat(line.statistics()).extracting(StageStatistics::takes).containsExactly(4L, 5L);
    }
  }

  @Queues.All
  void finishedIsFinished(QueueKind kind, int capacity) throws Exception {
    Pipeline<Integer, Integer> line =
        blocking(kind, capacity, new CountDownLatch(1), new CountDownLatch(0)).start();
    line.put(1);
    List<Integer> done = line.finish();
    assertThat(done).containsExactly(1);
    assertThat(line.finish()).isSameAs(done);
    assertThatIllegalStateException().isThrownBy(() -> line.put(2)).withMessage("put after finish");
    line.close();
    line.close();
    assertThat(line.finish()).isSameAs(done);
  }

  /** Closing without finishing drops what is under way, and interrupts what blocks for ever. */
  @Queues.All
  void closingEndsAStageThatBlocksForEver(QueueKind kind, int capacity) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Threads threads = new Threads(false);
    Pipeline<Integer, Integer> line =
        blocking(kind, capacity, begun, new CountDownLatch(1)).on(threads).start();
    line.put(1);
    begun.await();
    line.close();
    assertThat(threads.made()).hasSize(3).noneMatch(Thread::isAlive);
    line.close();
    assertThatIllegalStateException().isThrownBy(() -> line.put(2)).withMessage("put after close");
    assertThatIllegalStateException().isThrownBy(line::finish).withMessage("finish after close");
    assertThatIllegalStateException()
        .isThrownBy(() -> line.collect(1))
        .withMessage("the pipeline is closed");
  }

  @Queues.All
  void closingTellsWhoFinishes(QueueKind kind, int capacity) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Pipeline<Integer, Integer> line =
        blocking(kind, capacity, begun, new CountDownLatch(1)).start();
    line.put(1);
    begun.await();
    OtherThread<List<Integer>> caller = OtherThread.start(line::finish);
    caller.awaitWaiting();
    line.close();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(caller::get)
        .withMessageEndingWith("finish after close");
  }

  @Queues.Bounded
  void closingTellsWhoWaitsForRoom(QueueKind kind, int capacity) throws Exception {
    Pipeline<Integer, Integer> line =
        blocking(kind, capacity, new CountDownLatch(1), new CountDownLatch(1)).start();
    OtherThread<Void> producer =
        OtherThread.start(
            () -> {
              while (true) {
                line.put(1);
              }
            });
    producer.awaitWaiting();
    line.close();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(producer::get)
        .withCauseInstanceOf(IllegalStateException.class)
        .withMessageEndingWith("put after close");
  }

  /** Whoever still waits for room when another finishes is refused, not forgotten. */
  @Queues.Bounded
  void finishingTellsWhoWaitsForRoom(QueueKind kind, int capacity) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger accepted = new AtomicInteger();
    try (Pipeline<Integer, Integer> line = blocking(kind, capacity, begun, goOn).start()) {
      OtherThread<Void> producer =
          OtherThread.start(
              () -> {
                while (true) {
                  line.put(1);
                  accepted.incrementAndGet();
                }
              });
      begun.await();
      producer.awaitWaiting();
      OtherThread<List<Integer>> caller = OtherThread.start(line::finish);
      caller.awaitWaiting();
      goOn.countDown();
      assertThat(caller.get().size()).isBetween(accepted.get(), accepted.get() + 1);
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(producer::get)
          .withCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Queues.Bounded
  void aProducerCanBeInterrupted(QueueKind kind, int capacity) throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger accepted = new AtomicInteger();
    try (Pipeline<Integer, Integer> line =
        blocking(kind, capacity, new CountDownLatch(1), goOn).start()) {
      OtherThread<Void> producer =
          OtherThread.start(
              () -> {
                while (true) {
                  line.put(accepted.get());
                  accepted.incrementAndGet();
                }
              });
      producer.awaitWaiting();
      producer.thread().interrupt();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(producer::get)
          .withCauseInstanceOf(InterruptedException.class);
      goOn.countDown();
      assertThat(line.finish())
          .containsExactlyInAnyOrderElementsOf(numbers(accepted.get())); // it goes on with those
    }
  }

  @Queues.All
  void whoFinishesCanBeInterruptedAndFinishAgain(QueueKind kind, int capacity) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Pipeline<Integer, Integer> line = blocking(kind, capacity, begun, goOn).start()) {
      line.put(1);
      begun.await();
      for (int attempt = 0; attempt < 3; attempt++) {
        OtherThread<List<Integer>> caller = OtherThread.start(line::finish);
        caller.awaitWaiting();
        caller.thread().interrupt();
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(caller::get)
            .withCauseInstanceOf(InterruptedException.class);
      }
      goOn.countDown();
      assertThat(line.finish()).containsExactly(1);
      assertThat(line.statistics()).extracting(StageStatistics::takes).containsExactly(2L, 3L);
    }
  }

  @Test
  void anInterruptedCallerClosesAndStaysInterrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Threads threads = new Threads(false);
    Pipeline<Integer, Integer> line =
        blocking(QueueKind.CLOSABLE, 1, begun, new CountDownLatch(1)).on(threads).start();
    line.put(1);
    begun.await();
    Thread.currentThread().interrupt();
    line.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(threads.made()).noneMatch(Thread::isAlive);
  }

  @Test
  void aWorkerCannotFinishItsOwnPipeline() throws Exception {
    List<Pipeline<Integer, Integer>> self = Collections.synchronizedList(new ArrayList<>());
    try (Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(QueueKind.CLOSABLE, 1)
            .stage("own", 1, _ -> self.getFirst().finish().size())
            .start()) {
      self.add(line);
      assertThatExceptionOfType(PipelineException.class)
          .isThrownBy(
              () -> {
                line.put(1); // may be told already
                line.finish();
              })
          .withCauseInstanceOf(IllegalStateException.class)
          .withMessageEndingWith("finish in stage own would wait for itself");
    }
  }

  @Test
  void aWorkerMayCloseItsOwnPipeline() throws Exception {
    List<Pipeline<Integer, Integer>> self = Collections.synchronizedList(new ArrayList<>());
    Threads threads = new Threads(false);
    Pipeline<Integer, Integer> line =
        Pipeline.<Integer>over(QueueKind.CLOSABLE, 1)
            .stage(
                "own",
                1,
                item -> {
                  self.getFirst().close();
                  return item;
                })
            .on(threads)
            .start();
    self.add(line);
    try {
      line.put(1);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("put after close"); // told already
    }
    threads.awaitEnd();
    assertThatIllegalStateException().isThrownBy(line::finish).withMessage("finish after close");
  }

  @Test
  void whatCannotStartLeavesNothingBehind() {
    Threads threads = new Threads(false);
    ThreadFactory stingy = body -> threads.made().size() < 2 ? threads.newThread(body) : null;
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                blocking(QueueKind.CLOSABLE, 1, new CountDownLatch(1), new CountDownLatch(1))
                    .on(stingy)
                    .start())
        .withMessage("the factory made no thread for stage upload");
    assertThat(threads.made()).hasSize(2).noneMatch(Thread::isAlive);
  }
}
