/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.await;
import static dev.lockstep.core.executor.Kinds.numbers;
import static dev.lockstep.core.executor.Kinds.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What {@link Mapper} promises of tasks that fail, demanded of every kind. */
class MapperFailureTest {

  @Kinds.All
  void theFirstFailureInOrderIsThrownAsItIsAfterAllTasksHaveEnded(ExecutorKind kind) {
    RuntimeException first = new IllegalArgumentException("of task 1");
    RuntimeException second = new IllegalStateException("of task 2");
    CountDownLatch twoFails = new CountDownLatch(Kinds.parallel().anyMatch(kind::equals) ? 1 : 0);
    AtomicInteger begun = new AtomicInteger();
    Function<Integer, Integer> task =
        input -> {
          begun.incrementAndGet();
          if (input == 1) {
            await(twoFails);
            throw first;
          }
          if (input == 2) {
            twoFails.countDown();
            throw second;
          }
          return input;
        };
    try (Mapper mapper = open(kind, 2)) {
      assertThatThrownBy(() -> mapper.map(task, numbers(6))).isSameAs(first);
      assertThat(begun).hasValue(6);
      List<Integer> results = mapper.map(x -> x, numbers(3));
      assertThat(results).as("goes on after a failure").isEqualTo(numbers(3));
    }
  }

  @Kinds.All
  void anErrorIsThrownAsItIs(ExecutorKind kind) {
    Error error = new AssertionError("of a task");
    try (Mapper mapper = open(kind, 2)) {
      assertThatThrownBy(
              () ->
                  mapper.map(
                      x -> {
                        throw error;
                      },
                      numbers(2)))
          .isSameAs(error);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void throwUndeclared(Throwable failure) throws E {
    throw (E) failure;
  }

  @Kinds.All
  void aCheckedExceptionThatSlippedThroughIsWrapped(ExecutorKind kind) {
    IOException checked = new IOException("of a task");
    try (Mapper mapper = open(kind, 2)) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(
              () ->
                  mapper.map(
                      x -> {
                        MapperFailureTest.<RuntimeException>throwUndeclared(checked);
                        return x;
                      },
                      numbers(2)))
          .withCause(checked);
    }
  }

  @Kinds.All
  void aFailureInAChunkStopsNoneOfItsTasks(ExecutorKind kind) {
    RuntimeException first = new IllegalArgumentException("of task 1");
    AtomicInteger begun = new AtomicInteger();
    Function<Integer, Integer> task =
        input -> {
          begun.incrementAndGet();
          if (input == 1) {
            throw first;
          }
          if (input > 3) {
            throw new IllegalStateException("of task " + input);
          }
          return input;
        };
    try (Mapper mapper = open(kind, 2)) {
      assertThatThrownBy(() -> mapper.map(task, numbers(7), Terms.chunked(3))).isSameAs(first);
      assertThat(begun).hasValue(7);
    }
  }
}
