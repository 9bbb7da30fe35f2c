/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.await;
import static dev.lockstep.core.executor.Kinds.join;
import static dev.lockstep.core.executor.Kinds.numbers;
import static dev.lockstep.core.executor.Kinds.open;
import static dev.lockstep.core.executor.Kinds.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link Mapper} promises of results, demanded of every kind. */
@Tag("gate")
class MapperTest {

  @Kinds.All
  void resultsComeInTheOrderOfTheInputs(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 3)) {
      List<Integer> squares = mapper.map(x -> x * x, numbers(1000));
      assertThat(squares).isEqualTo(numbers(1000).stream().map(x -> x * x).toList());
    }
  }

  @Kinds.Parallel
  void alsoWhenTheLastTaskEndsFirst(ExecutorKind kind) {
    CountDownLatch secondEnds = new CountDownLatch(1);
    try (Mapper mapper = open(kind, 2)) {
      List<String> results =
          mapper.map(
              input -> {
                if (input == 0) {
                  await(secondEnds);
                } else {
                  secondEnds.countDown();
                }
                return "result " + input;
              },
              numbers(2));
      assertThat(results).containsExactly("result 0", "result 1");
    }
  }

  @Kinds.All
  void nothingMapsToNothing(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 2)) {
      List<Object> results = mapper.map(x -> x, List.of());
      assertThat(results).isEmpty();
    }
  }

  @Kinds.All
  void nullIsAResultAndAnInput(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 2)) {
      List<Object> results = mapper.map(x -> x == null ? "was null" : null, Arrays.asList(1, null));
      assertThat(results).containsExactly(null, "was null");
    }
  }

  @Kinds.All
  void resultsCannotBeModified(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 2)) {
      List<Integer> results = mapper.map(x -> x, numbers(3));
      assertThatThrownBy(() -> results.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Kinds.All
  void severalCallersGetTheirOwnResults(ExecutorKind kind) throws InterruptedException {
    try (Mapper mapper = open(kind, 2)) {
      Set<Integer> wrong = ConcurrentHashMap.newKeySet();
      List<Thread> callers =
          IntStream.range(0, 3)
              .mapToObj(
                  caller ->
                      start(
                          "caller-" + caller,
                          () -> {
                            for (int i = 0; i < 200; i++) {
                              List<Integer> results = mapper.map(x -> x + 10 * caller, numbers(3));
                              if (!results.equals(
                                  List.of(10 * caller, 10 * caller + 1, 10 * caller + 2))) {
                                wrong.add(caller);
                              }
                            }
                          }))
              .toList();
      for (Thread caller : callers) {
        join(caller);
      }
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  void theSerialMapperRunsOnItsCaller() {
    try (Mapper mapper = ExecutorKind.SERIAL.create(1)) {
      List<Thread> threads = mapper.map(x -> Thread.currentThread(), numbers(3));
      assertThat(threads).isEqualTo(Collections.nCopies(3, Thread.currentThread()));
    }
  }
}
