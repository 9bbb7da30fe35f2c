/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import static dev.lockstep.core.pipeline.Queues.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.queue.Channel;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Line} promises, demanded of every kind of pipeline. */
@Tag("gate")
class LineTest {

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("all")
  private @interface EveryKind {}

  static Stream<Arguments> all() {
    return Stream.of(PipelineKind.values())
        .flatMap(
            kind ->
                Stream.of(0, 1, 16, Channel.UNBOUNDED)
                    .filter(kind.bounds()::allow)
                    .map(capacity -> Arguments.of(kind, capacity)));
  }

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  private Station<Integer> station(String name, int workers, Step<Integer, Integer> step) {
    return new Station<>(
        name,
        workers,
        item -> {
          threads.add(Thread.currentThread());
          return step.apply(item);
        });
  }

  private void awaitEndOfThreads() {
    threads.remove(Thread.currentThread());
    OtherThread.until("all threads have ended", () -> threads.stream().noneMatch(Thread::isAlive));
  }

  @EveryKind
  void listAfterListComesOutWhole(PipelineKind kind, int capacity) throws Exception {
    for (int[] workers : new int[][] {{1, 1, 1}, {3, 4, 5}}) {
      List<Station<Integer>> stations =
          List.of(
              station("twice", workers[0], item -> 2 * item),
              station("plus one", workers[1], item -> item + 1),
              station("times ten", workers[2], item -> 10 * item));
      try (Line<Integer> line = kind.create(capacity, stations)) {
        for (int count : new int[] {300, 1, 0, 300}) {
          List<Integer> right = numbers(count).stream().map(item -> 10 * (2 * item + 1)).toList();
          List<Integer> results = line.pass(numbers(count));
          if (workers[0] == 1 && kind != PipelineKind.VIRTUAL_PER_ITEM) {
            assertThat(results).isEqualTo(right);
          } else {
            assertThat(results).containsExactlyInAnyOrderElementsOf(right);
          }
          assertThat(line.lagNanos()).isNotNegative();
        }
      }
      awaitEndOfThreads();
    }
  }

  @EveryKind
  void aFailureBringsItDown(PipelineKind kind, int capacity) throws Exception {
    IOException thrown = new IOException("disk full");
    List<Station<Integer>> stations =
        List.of(
            station("download", 2, item -> item),
            station(
                "resize",
                1,
                item -> {
                  if (item == 3) {
                    throw thrown;
                  }
                  return item;
                }),
            station("upload", 2, item -> item));
    try (Line<Integer> line = kind.create(capacity, stations)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatExceptionOfType(PipelineException.class)
            .isThrownBy(() -> line.pass(numbers(100)))
            .withCause(thrown)
            .withMessage("stage resize failed at 3: " + thrown);
      }
    }
    awaitEndOfThreads();
  }

  /** Its neighbour blocks for ever, and the caller waits for room or for the end. */
  @EveryKind
  void aFailureEndsWhatBlocks(PipelineKind kind, int capacity) throws Exception {
    if (kind == PipelineKind.SERIAL || (kind == PipelineKind.DISRUPTOR && capacity == 1)) {
      return; // one item at a time: what blocks has no neighbour
    }
    Error thrown = new Error("no space");
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true); // which item that is, is up to the kind
    List<Station<Integer>> stations =
        List.of(
            station(
                "download",
                2,
                _ -> {
                  if (first.getAndSet(false)) {
                    blocked.countDown();
                    new CountDownLatch(1).await();
                  }
                  goOn.await();
                  throw thrown;
                }),
            station("upload", 1, item -> item));
    try (Line<Integer> line = kind.create(capacity, stations)) {
      OtherThread<List<Integer>> caller = OtherThread.start(() -> line.pass(numbers(50)));
      blocked.await();
      caller.awaitWaiting();
      goOn.countDown();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(caller::get)
          .satisfies(
              e -> assertThat(e.getCause()).isInstanceOf(PipelineException.class).hasCause(thrown));
    }
    awaitEndOfThreads();
  }

  @EveryKind
  void nullIsNoResult(PipelineKind kind, int capacity) throws Exception {
    try (Line<Integer> line = kind.create(capacity, List.of(station("only", 1, _ -> null)))) {
      assertThatExceptionOfType(PipelineException.class)
          .isThrownBy(() -> line.pass(List.of(7)))
          .withCauseInstanceOf(NullPointerException.class)
          .withMessageContaining("stage only failed at 7")
          .withMessageEndingWith("the step returned null, which is no item");
    }
    awaitEndOfThreads();
  }

  @EveryKind
  void aCallerThatIsInterruptedIsDoneWithTheLine(PipelineKind kind, int capacity) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    List<Station<Integer>> stations =
        List.of(
            station("download", 1, item -> item),
            station(
                "blocking",
                1,
                item -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                  return item;
                }));
    try (Line<Integer> line = kind.create(capacity, stations)) {
      OtherThread<List<Integer>> caller = OtherThread.start(() -> line.pass(numbers(100)));
      begun.await();
      assertThatIllegalStateException()
          .isThrownBy(() -> line.pass(List.of(1)))
          .withMessageStartingWith("another thread");
      caller.awaitWaiting();
      caller.thread().interrupt();
      if (kind == PipelineKind.SERIAL) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(caller::get) // here the caller is the stage
            .withCauseInstanceOf(PipelineException.class);
      } else {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(caller::get)
            .withCauseInstanceOf(InterruptedException.class);
        assertThatIllegalStateException()
            .isThrownBy(() -> line.pass(List.of(1)))
            .withMessage("an earlier pass was interrupted");
      }
    }
    awaitEndOfThreads();
  }

  @EveryKind
  void closingEndsAPass(PipelineKind kind, int capacity) throws Exception {
    if (kind == PipelineKind.SERIAL) {
      return; // nobody but the caller is at work
    }
    CountDownLatch begun = new CountDownLatch(1);
    List<Station<Integer>> stations =
        List.of(
            station("download", 1, item -> item),
            station(
                "blocking",
                2,
                item -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                  return item;
                }));
    Line<Integer> line = kind.create(capacity, stations);
    OtherThread<List<Integer>> caller = OtherThread.start(() -> line.pass(numbers(100)));
    begun.await();
    caller.awaitWaiting();
    line.close();
    awaitEndOfThreads();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(caller::get)
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @EveryKind
  void closedIsClosed(PipelineKind kind, int capacity) throws Exception {
    Line<Integer> line = kind.create(capacity, List.of(station("only", 2, item -> item)));
    assertThat(line.pass(List.of(5))).containsExactly(5);
    line.close();
    line.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> line.pass(List.of(1)))
        .withMessage("the line is closed");
    awaitEndOfThreads();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PipelineKind.DIRECT.create(0, List.of(station("only", 1, x -> x))))
        .withMessage("DIRECT cannot have the capacity 0: ANY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PipelineKind.DIRECT.create(1, List.of()))
        .withMessage("a line needs a stage");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> station("only", 0, x -> x))
        .withMessage("stage only must have at least 1 worker, not 0");
  }

  /** The line over queues counts, and ends stage by stage if it is told to. */
  @Queues.All
  void aLineOverQueuesCounts(dev.lockstep.core.queue.QueueKind kind, int capacity)
      throws Exception {
    List<Station<Integer>> stations = new ArrayList<>();
    for (String name : List.of("download", "resize", "upload")) {
      stations.add(station(name, 1, item -> item));
    }
    try (QueueLine<Integer> line = new QueueLine<>(kind, capacity, stations, null)) {
      assertThat(line.pass(numbers(100))).isEqualTo(numbers(100));
      assertThat(line.pass(numbers(100))).isEqualTo(numbers(100));
      line.finish();
      assertThat(line.statistics()).extracting(StageStatistics::items).containsOnly(200L);
      assertThat(line.statistics()).extracting(StageStatistics::takes).containsOnly(201L);
    }
    awaitEndOfThreads();
  }
}
