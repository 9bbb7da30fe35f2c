/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.awaitInterrupt;
import static dev.lockstep.core.executor.Kinds.numbers;
import static dev.lockstep.core.executor.Kinds.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Mapper} promises of chunks, demanded of every kind. */
class MapperChunkTest {

  @Kinds.All
  void resultsComeInTheOrderOfTheInputs(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 2)) {
      for (int chunk : new int[] {1, 2, 3, 5, 10, 11, Integer.MAX_VALUE}) {
        List<Integer> results = mapper.map(x -> x + 1, numbers(10), Terms.chunked(chunk));
        assertThat(results).as("chunk of %d", chunk).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        List<Object> none = mapper.map(x -> x, List.of(), Terms.chunked(chunk));
        assertThat(none).isEmpty();
      }
      List<Object> nulls = mapper.map(x -> x, Arrays.asList(1, null, null), Terms.chunked(2));
      assertThat(nulls).containsExactly(1, null, null);
    }
  }

  @Kinds.All
  void aChunkRunsInOrderOnOneThread(ExecutorKind kind) {
    AtomicInteger clock = new AtomicInteger();
    Map<Integer, Integer> times = new ConcurrentHashMap<>();
    Map<Integer, Thread> threads = new ConcurrentHashMap<>();
    int size = 5;
    try (Mapper mapper = open(kind, 2)) {
      List<Integer> inputs = numbers(100 * size + 2);
      List<Integer> _ =
          mapper.map(
              input -> {
                threads.put(input, Thread.currentThread());
                return times.put(input, clock.incrementAndGet());
              },
              inputs,
              Terms.chunked(size));
      for (int input : inputs) {
        if (input % size != 0) {
          assertThat(threads.get(input)).isSameAs(threads.get(input - 1));
          assertThat(times.get(input)).isGreaterThan(times.get(input - 1));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"THREAD_PER_TASK", "VIRTUAL", "VIRTUAL_LIMITED", "MAP_CONCURRENT", "STRUCTURED"})
  void aChunkIsHandedOverAtOnce(ExecutorKind kind) {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Mapper mapper = open(kind, 2)) {
      List<Boolean> _ =
          mapper.map(_ -> threads.add(Thread.currentThread()), numbers(10), Terms.chunked(3));
    }
    assertThat(threads).as("a thread per chunk").hasSize(4);
  }

  /** Also if the task takes the interrupt for itself. The limit grows until a task begins in it. */
  @Kinds.All
  void aStoppedChunkLeavesItsRestUndone(ExecutorKind kind) {
    for (boolean swallowed : new boolean[] {false, true}) {
      AtomicInteger begun = new AtomicInteger();
      Function<Integer, Boolean> task =
          input -> {
            if (begun.incrementAndGet() == 1) {
              awaitInterrupt(new CountDownLatch(1));
            }
            return swallowed && Thread.interrupted();
          };
      Mapper mapper = open(kind, 2);
      for (int millis = 25; begun.get() == 0 && millis < 20_000; millis *= 2) {
        Terms terms = new Terms(6, Duration.ofMillis(millis));
        assertThatExceptionOfType(TimeLimitException.class)
            .isThrownBy(() -> mapper.map(task, numbers(6), terms))
            .withMessageEndingWith(" 0 of 6 results were there");
      }
      mapper.close();
      assertThat(begun).hasValue(1);
    }
  }

  @Test
  void termsThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Terms.chunked(0))
        .withMessage("a chunk must be at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Terms.within(Duration.ZERO))
        .withMessage("a timeout must be positive, not PT0S");
  }
}
