/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The contract of {@link Mapper}, demanded of every kind; of other processes, which lambdas cannot
 * reach, by {@link ProcessMapperTest}.
 */
@Timeout(60)
class MapperTest {

  private static final long SOON = 20;

  private static Mapper create(ExecutorKind kind, int workers) {
    assumeTrue(kind != ExecutorKind.PROCESS_POOL, "lambdas cannot travel");
    return kind.create(kind.workers() == Workers.CARRIERS ? Carriers.count() : workers);
  }

  private static List<Integer> numbers(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  /** Waits for what another thread is bound to do; that it never does is a failure, not a hang. */
  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(SOON, TimeUnit.SECONDS)).as("happened in time").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static void join(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(SOON));
    assertThat(thread.isAlive()).as("%s is alive", thread.getName()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void resultsComeInTheOrderOfTheInputs(ExecutorKind kind) {
    try (Mapper mapper = create(kind, 3)) {
      List<Integer> squares = mapper.map(x -> x * x, numbers(1000));
      assertThat(squares).isEqualTo(numbers(1000).stream().map(x -> x * x).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SERIAL")
  void alsoWhenTheLastTaskEndsFirst(ExecutorKind kind) {
    CountDownLatch secondEnds = new CountDownLatch(1);
    try (Mapper mapper = create(kind, 2)) {
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

  @ParameterizedTest
  @EnumSource
  void nothingMapsToNothing(ExecutorKind kind) {
    try (Mapper mapper = create(kind, 2)) {
      List<Object> results = mapper.map(x -> x, List.of());
      assertThat(results).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nullIsAResultAndAnInput(ExecutorKind kind) {
    try (Mapper mapper = create(kind, 2)) {
      List<Object> results = mapper.map(x -> x == null ? "was null" : null, Arrays.asList(1, null));
      assertThat(results).containsExactly(null, "was null");
    }
  }

  @ParameterizedTest
  @EnumSource
  void resultsCannotBeModified(ExecutorKind kind) {
    try (Mapper mapper = create(kind, 2)) {
      List<Integer> results = mapper.map(x -> x, numbers(3));
      assertThatThrownBy(() -> results.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalCallersGetTheirOwnResults(ExecutorKind kind) throws InterruptedException {
    try (Mapper mapper = create(kind, 2)) {
      Set<Integer> wrong = ConcurrentHashMap.newKeySet();
      List<Thread> callers =
          IntStream.range(0, 3)
              .mapToObj(
                  caller ->
                      Thread.ofPlatform()
                          .name("caller-" + caller)
                          .daemon()
                          .start(
                              () -> {
                                for (int i = 0; i < 200; i++) {
                                  List<Integer> results =
                                      mapper.map(x -> x + 10 * caller, numbers(3));
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

  @ParameterizedTest
  @EnumSource
  void theFirstFailureInOrderIsThrownAsItIsAfterAllTasksHaveEnded(ExecutorKind kind) {
    RuntimeException first = new IllegalArgumentException("of task 1");
    RuntimeException second = new IllegalStateException("of task 4");
    CountDownLatch fourFails = new CountDownLatch(kind == ExecutorKind.SERIAL ? 0 : 1);
    AtomicInteger begun = new AtomicInteger();
    Function<Integer, Integer> task =
        input -> {
          begun.incrementAndGet();
          if (input == 1) {
            await(fourFails);
            throw first;
          }
          if (input == 4) {
            fourFails.countDown();
            throw second;
          }
          return input;
        };
    try (Mapper mapper = create(kind, 2)) {
      assertThatThrownBy(() -> mapper.map(task, numbers(6))).isSameAs(first);
      assertThat(begun).hasValue(6);
      List<Integer> results = mapper.map(x -> x, numbers(3));
      assertThat(results).as("goes on after a failure").isEqualTo(numbers(3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorIsThrownAsItIs(ExecutorKind kind) {
    Error error = new AssertionError("of a task");
    try (Mapper mapper = create(kind, 2)) {
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

  @ParameterizedTest
  @EnumSource
  void aCheckedExceptionThatSlippedThroughIsWrapped(ExecutorKind kind) {
    IOException checked = new IOException("of a task");
    try (Mapper mapper = create(kind, 2)) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(
              () ->
                  mapper.map(
                      x -> {
                        MapperTest.<RuntimeException>throwUndeclared(checked);
                        return x;
                      },
                      numbers(2)))
          .withCause(checked);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedCallerDropsItsTasks(ExecutorKind kind) throws InterruptedException {
    Mapper mapper = create(kind, 2);
    int concurrent = Math.min(mapper.workers(), 2);
    CountDownLatch begun = new CountDownLatch(concurrent);
    CountDownLatch interrupted = new CountDownLatch(concurrent);
    AtomicInteger all = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    boolean pool = kind.workers() == Workers.POOL;
    Function<Integer, Integer> untilReleased =
        input -> {
          all.incrementAndGet();
          begun.countDown();
          try {
            release.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
          }
          return input;
        };
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        Thread.ofPlatform()
            .daemon()
            .name("caller")
            .start(
                () -> {
                  try {
                    List<Integer> _ = mapper.map(untilReleased, numbers(pool ? 20_000 : 8));
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
    if (kind == ExecutorKind.PARALLEL_STREAM) {
      release.countDown();
    } else {
      await(interrupted);
    }
    mapper.close();
    if (pool || kind == ExecutorKind.SERIAL) {
      assertThat(all).as("tasks begun").hasValue(concurrent);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallerInterruptedBeforehandRunsNothing(ExecutorKind kind) {
    AtomicInteger begun = new AtomicInteger();
    try (Mapper mapper = create(kind, 2)) {
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

  @ParameterizedTest
  @EnumSource
  void closedMeansRejected(ExecutorKind kind) {
    Mapper mapper = create(kind, 2);
    mapper.close();
    mapper.close();
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> mapper.map(x -> x, numbers(2)));
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> mapper.map(x -> x, List.of()));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SERIAL")
  void itsThreadsAreNamedDaemonsAndEndWithIt(ExecutorKind kind) throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Mapper mapper = create(kind, 3);
    List<Boolean> added = mapper.map(x -> threads.add(Thread.currentThread()), numbers(100));
    assertThat(added).contains(true);
    assertThat(threads).doesNotContain(Thread.currentThread());
    assertThat(threads).allSatisfy(thread -> assertThat(thread.getName()).isNotBlank());
    assertThat(threads).allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());
    mapper.close();
    for (Thread thread : threads) {
      join(thread);
    }
  }

  @Test
  void theSerialMapperRunsOnItsCaller() {
    try (Mapper mapper = ExecutorKind.SERIAL.create(1)) {
      List<Thread> threads = mapper.map(x -> Thread.currentThread(), numbers(3));
      assertThat(threads).isEqualTo(Collections.nCopies(3, Thread.currentThread()));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SERIAL")
  void closeWaitsForRunningTasks(ExecutorKind kind) throws InterruptedException {
    Mapper mapper = create(kind, 2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread caller =
        Thread.ofPlatform()
            .daemon()
            .name("caller")
            .start(
                () -> {
                  List<Integer> _ =
                      mapper.map(
                          x -> {
                            begun.countDown();
                            await(release);
                            ended.set(true);
                            return x;
                          },
                          numbers(1));
                });
    await(begun);
    AtomicBoolean endedBeforeCloseReturned = new AtomicBoolean();
    Thread closer =
        Thread.ofPlatform()
            .daemon()
            .name("closer")
            .start(
                () -> {
                  mapper.close();
                  endedBeforeCloseReturned.set(ended.get());
                });
    while (closer.getState() != Thread.State.TIMED_WAITING && closer.isAlive()) {
      Thread.onSpinWait();
    }
    release.countDown();
    join(closer);
    join(caller);
    assertThat(endedBeforeCloseReturned).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SERIAL")
  void anInterruptedCloseInterruptsTheTasksAndFreesTheirCaller(ExecutorKind kind)
      throws InterruptedException {
    Mapper mapper = create(kind, 2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Thread caller =
        Thread.ofPlatform()
            .daemon()
            .name("caller")
            .start(
                () -> {
                  try {
                    List<Integer> _ =
                        mapper.map(
                            x -> {
                              begun.countDown();
                              try {
                                never.await();
                              } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                              }
                              return x;
                            },
                            numbers(8));
                  } catch (CancellationException | RejectedExecutionException e) {
                    // tasks that never began, or were not even submitted
                  }
                });
    await(begun);
    Thread.currentThread().interrupt();
    mapper.close();
    assertThat(Thread.interrupted()).as("interrupt flag of the closer").isTrue();
    join(caller);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIXED", "WORK_STEALING", "PARALLEL_STREAM"})
  void aPoolRunsAsManyTasksAtOnceAsItHasWorkers(ExecutorKind kind) {
    for (int workers = 1; workers <= 3; workers++) {
      try (Mapper mapper = kind.create(workers)) {
        assertThat(mapper.workers()).isEqualTo(workers);
        assertThat(mostAtOnce(mapper, workers, 4 * workers)).isEqualTo(workers);
      }
    }
  }

  @Test
  void threadPerTaskRunsAllTasksAtOnce() {
    try (Mapper mapper = ExecutorKind.THREAD_PER_TASK.create(1)) {
      assertThat(mapper.workers()).isEqualTo(Integer.MAX_VALUE);
      assertThat(mostAtOnce(mapper, 16, 16)).isEqualTo(16);
    }
  }

  @Test
  void serialRunsOneTaskAtATime() {
    try (Mapper mapper = ExecutorKind.SERIAL.create(4)) {
      assertThat(mapper.workers()).isEqualTo(1);
      assertThat(mostAtOnce(mapper, 1, 4)).isEqualTo(1);
    }
  }

  /** The most tasks in flight, when each waits until {@code meeting} tasks have begun. */
  private static int mostAtOnce(Mapper mapper, int meeting, int tasks) {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch met = new CountDownLatch(meeting);
    List<Integer> _ =
        mapper.map(
            input -> {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              met.countDown();
              await(met);
              return inFlight.decrementAndGet();
            },
            numbers(tasks));
    return most.get();
  }

  /** A virtual thread that waits gives its carrier away, so these tasks spin. */
  @Test
  void virtualThreadsRunAsManyTasksAtOnceAsThereAreCarriers() {
    int carriers = Carriers.count();
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON);
    try (Mapper mapper = ExecutorKind.VIRTUAL.create(carriers)) {
      assertThat(mapper.workers()).isEqualTo(carriers);
      List<Integer> _ =
          mapper.map(
              input -> {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                begun.incrementAndGet();
                while (begun.get() < carriers && System.nanoTime() < deadline) {
                  Thread.onSpinWait();
                }
                return inFlight.decrementAndGet();
              },
              numbers(4 * carriers));
    }
    assertThat(most).hasValue(carriers);
  }

  @Test
  void virtualRunsOnVirtualThreads() {
    try (Mapper mapper = ExecutorKind.VIRTUAL.create(Carriers.count())) {
      List<Boolean> virtual = mapper.map(x -> Thread.currentThread().isVirtual(), numbers(2));
      assertThat(virtual).containsExactly(true, true);
    }
  }

  @Test
  void theCarriersOfAJvmCannotBeChosenAfterItsStart() {
    int carriers = Carriers.count();
    int other = carriers + 1;
    assertThatIllegalStateException()
        .isThrownBy(() -> ExecutorKind.VIRTUAL.create(other))
        .withMessage(
            "VIRTUAL with "
                + other
                + " workers needs a JVM started with -Djdk.virtualThreadScheduler.parallelism="
                + other
                + "; this one has "
                + carriers
                + " carriers");
  }

  @ParameterizedTest
  @EnumSource
  void workersAreAtLeastOne(ExecutorKind kind) {
    for (int workers : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> kind.create(workers))
          .withMessage("workers must be at least 1, not " + workers);
    }
  }
}
