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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link Mapper} promises of limits, demanded of every kind. */
@Tag("gate")
class MapperTimeoutTest {

  /** What tasks do that a limit is to stop: the first two end, the others wait for an interrupt. */
  private static final class Stoppable implements Function<Integer, Integer> {
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger interrupted = new AtomicInteger();

    @Override
    public Integer apply(Integer input) {
      if (begun.getAndIncrement() >= 2) {
        awaitInterrupt(new CountDownLatch(1));
        interrupted.incrementAndGet();
      }
      return input;
    }
  }

  /** The limit grows until this machine manages two tasks in it. */
  @Kinds.All
  void whatIsNotThereInTimeIsStopped(ExecutorKind kind) {
    Mapper mapper = open(kind, 2);
    Stoppable task;
    String message;
    int millis = 25;
    do {
      millis *= 2;
      task = new Stoppable();
      Stoppable stoppable = task;
      Duration limit = Duration.ofMillis(millis);
      TimeLimitException e =
          catchThrowableOfType(
              TimeLimitException.class,
              () -> mapper.map(stoppable, numbers(100), Terms.within(limit)));
      message = e.getMessage();
      assertThat(Thread.currentThread().isInterrupted()).as("flag of the caller").isFalse();
    } while (millis < 10_000 && !message.contains(" 2 of "));
    assertThat(message)
        .isEqualTo(
            "the limit of %s passed when 2 of 100 results were there"
                .formatted(millis < 1000 ? millis + " ms" : millis / 1000.0 + "s"));
    List<Integer> results = mapper.map(x -> x, numbers(3));
    assertThat(results).as("goes on after a limit").isEqualTo(numbers(3));
    mapper.close();
    assertThat(task.interrupted).as("all that ran were interrupted").hasValue(task.begun.get() - 2);
    if (isBounded(kind)) {
      assertThat(task.begun.get() - 2).as("begun").isBetween(1, mapper.workers());
    }
  }

  /** Not of kinds whose caller may be busy with a task, or has to wait for its subtasks. */
  @Kinds.Threaded
  void mapDoesNotWaitForTasksThatIgnoreTheInterrupt(ExecutorKind kind) {
    if (kind == ExecutorKind.STRUCTURED) {
      return;
    }
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    Mapper mapper = open(kind, 2);
    assertThatExceptionOfType(TimeLimitException.class)
        .isThrownBy(
            () ->
                mapper.map(
                    input -> {
                      running.incrementAndGet();
                      while (release.getCount() > 0) {
                        Thread.onSpinWait();
                      }
                      return running.decrementAndGet();
                    },
                    numbers(2),
                    Terms.within(Duration.ofMillis(20))));
    release.countDown();
    mapper.close();
    assertThat(running).as("running after close").hasValue(0);
  }

  @Kinds.All
  void whatIsThereInTimeIsReturned(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 2)) {
      for (int chunk = 1; chunk < 4; chunk++) {
        List<Integer> results =
            mapper.map(x -> x, numbers(20), new Terms(chunk, Duration.ofHours(1)));
        assertThat(results).isEqualTo(numbers(20));
      }
      List<Integer> results =
          mapper.map(x -> x, numbers(2), Terms.within(Duration.ofSeconds(Long.MAX_VALUE)));
      assertThat(results).isEqualTo(numbers(2));
    }
  }

  @Kinds.All
  void anInterruptBeforeTheLimitIsAnInterrupt(ExecutorKind kind) throws InterruptedException {
    Mapper mapper = open(kind, 2);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        start(
            "caller",
            () -> {
              try {
                List<Integer> _ =
                    mapper.map(
                        input -> {
                          begun.countDown();
                          awaitInterrupt(new CountDownLatch(1));
                          return input;
                        },
                        numbers(2),
                        Terms.within(Duration.ofHours(1)));
              } catch (CancellationException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    await(begun);
    caller.interrupt();
    join(caller);
    assertThat(thrown.get())
        .isInstanceOf(CancellationException.class)
        .isNotInstanceOf(TimeLimitException.class);
    assertThat(flag).isTrue();
    mapper.close();
  }

  @Kinds.All
  void theClockEndsWithTheCall(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 1)) {
      List<Integer> _ = mapper.map(x -> x, numbers(2), Terms.within(Duration.ofHours(1)));
      assertThatExceptionOfType(TimeLimitException.class)
          .isThrownBy(
              () ->
                  mapper.map(
                      input -> {
                        awaitInterrupt(new CountDownLatch(1));
                        return input;
                      },
                      numbers(2),
                      Terms.within(Duration.ofMillis(20))));
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals("alarm"));
    }
  }

  @Test
  void theSentenceHasTheLimitInAUnitThatFits() {
    assertThat(new TimeLimitException(Duration.ofMillis(250), 1, 4))
        .hasMessage("the limit of 250 ms passed when 1 of 4 results were there");
    assertThat(new TimeLimitException(Duration.ofSeconds(90), 1, 4)).hasMessageContaining(" 90 s ");
    assertThat(new TimeLimitException(Duration.ofMillis(1500), 1, 4))
        .hasMessageContaining(" 1.5s ");
    assertThat(new TimeLimitException(Duration.ofNanos(1500), 1, 4))
        .hasMessageContaining(" 0.0000015s ");
  }
}
