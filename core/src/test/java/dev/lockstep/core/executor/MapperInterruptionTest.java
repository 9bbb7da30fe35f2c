/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.await;
import static dev.lockstep.core.executor.Kinds.awaitInterrupt;
import static dev.lockstep.core.executor.Kinds.isBounded;
import static dev.lockstep.core.executor.Kinds.join;
import static dev.lockstep.core.executor.Kinds.numbers;
import static dev.lockstep.core.executor.Kinds.open;
import static dev.lockstep.core.executor.Kinds.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.process.Echo;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Mapper} promises to callers that are interrupted, demanded of every kind. */
@Tag("gate")
class MapperInterruptionTest {

  @Kinds.All
  void anInterruptedCallerDropsItsTasks(ExecutorKind kind) throws InterruptedException {
    Mapper mapper = open(kind, 2);
    boolean bounded = isBounded(kind);
    int concurrent = bounded ? mapper.workers() : 2;
    CountDownLatch begun = new CountDownLatch(concurrent);
    CountDownLatch interrupted = new CountDownLatch(concurrent);
    AtomicInteger all = new AtomicInteger();
    Function<Integer, Integer> untilInterrupted =
        input -> {
          all.incrementAndGet();
          begun.countDown();
          awaitInterrupt(interrupted);
          return input;
        };
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        start(
            "caller",
            () -> {
              try {
                List<Integer> _ = mapper.map(untilInterrupted, numbers(bounded ? 20_000 : 8));
              } catch (Throwable t) {
                thrown.set(t);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    await(begun);
    caller.interrupt();
    join(caller);
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(flag).as("interrupt flag of the caller").isTrue();
    await(interrupted);
    mapper.close();
    if (bounded) {
      assertThat(all).as("tasks begun").hasValue(concurrent);
    }
  }

  @Kinds.All
  void aCallerInterruptedBeforehandRunsNothing(ExecutorKind kind) {
    AtomicInteger begun = new AtomicInteger();
    try (Mapper mapper = open(kind, 2)) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> mapper.map(x -> begun.incrementAndGet(), numbers(4)))
            .isInstanceOf(CancellationException.class);
      } finally {
        assertThat(Thread.interrupted()).as("interrupt flag of the caller").isTrue();
      }
      assertThat(begun).hasValue(0);
    }
  }

  /** With nothing to do there is nothing to wait for, and still the caller is told. */
  @ParameterizedTest
  @EnumSource
  void aCallerInterruptedBeforehandIsToldEvenIfThereIsNothingToDo(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 2)) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> mapper.map(Echo.ECHO, List.of()))
            .isInstanceOf(CancellationException.class);
      } finally {
        assertThat(Thread.interrupted()).as("interrupt flag of the caller").isTrue();
      }
      List<Integer> none = mapper.map(Echo.ECHO, List.of());
      assertThat(none).isEmpty();
    }
  }

  /** A task that leaves the flag of its thread set does so for itself only. */
  @Kinds.Threaded
  void aTaskThatInterruptsItselfStopsNoOther(ExecutorKind kind) {
    if (kind == ExecutorKind.BOUNDED_CALLER_RUNS) {
      return; // its thread may be the caller's
    }
    try (Mapper mapper = open(kind, 2)) {
      List<Boolean> interrupted =
          mapper.map(
              _ -> {
                boolean flag = Thread.currentThread().isInterrupted();
                Thread.currentThread().interrupt();
                return flag;
              },
              numbers(100));
      assertThat(interrupted).doesNotContain(true);
    }
  }
}
