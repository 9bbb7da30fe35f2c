/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.await;
import static dev.lockstep.core.executor.Kinds.join;
import static dev.lockstep.core.executor.Kinds.numbers;
import static dev.lockstep.core.executor.Kinds.open;
import static dev.lockstep.core.executor.Kinds.start;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many tasks run at one time. */
class MapperWorkersTest {

  @ParameterizedTest
  @EnumSource(
      names = {
        "QUEUE_WORKERS",
        "FIXED",
        "BOUNDED_CALLER_RUNS",
        "WORK_STEALING",
        "FORK_JOIN_SPLIT",
        "PARALLEL_STREAM",
        "VIRTUAL_LIMITED",
        "MAP_CONCURRENT"
      })
  void itRunsAsManyTasksAtOnceAsItHasWorkers(ExecutorKind kind) {
    int caller = kind == ExecutorKind.BOUNDED_CALLER_RUNS ? 1 : 0;
    for (int workers = 1; workers <= 3; workers++) {
      try (Mapper mapper = kind.create(workers)) {
        assertThat(mapper.workers()).isEqualTo(workers + caller);
        assertThat(mostAtOnce(mapper, workers + caller, 8 * workers)).isEqualTo(workers + caller);
      }
    }
  }

  @Test
  void theCommonPoolRunsAsManyAsItHasThreads() {
    int threads = ForkJoinPool.getCommonPoolParallelism();
    try (Mapper mapper = ExecutorKind.CF_ASYNC.create(threads)) {
      assertThat(mapper.workers()).isEqualTo(threads);
      assertThat(mostAtOnce(mapper, threads, 8 * threads)).isEqualTo(threads);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"THREAD_PER_TASK", "CACHED"})
  void whatNothingLimitsRunsAllTasksAtOnce(ExecutorKind kind) {
    try (Mapper mapper = kind.create(1)) {
      assertThat(mapper.workers()).isEqualTo(Integer.MAX_VALUE);
      assertThat(mostAtOnce(mapper, 16, 16)).isEqualTo(16);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SERIAL", "ACTOR", "EVENT_LOOP"})
  void whatHasOneThreadRunsOneTaskAtATime(ExecutorKind kind) {
    try (Mapper mapper = kind.create(4)) {
      assertThat(mapper.workers()).isEqualTo(1);
      assertThat(mostAtOnce(mapper, 1, 4)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ACTOR", "EVENT_LOOP"})
  void allCallersShareTheOneThread(ExecutorKind kind) throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Mapper mapper = kind.create(2)) {
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        callers.add(
            start(
                "caller-" + i,
                () -> {
                  List<Boolean> _ =
                      mapper.map(_ -> threads.add(Thread.currentThread()), numbers(20));
                }));
      }
      for (Thread caller : callers) {
        join(caller);
      }
    }
    assertThat(threads).hasSize(1);
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
  @ParameterizedTest
  @EnumSource(names = {"VIRTUAL", "STRUCTURED"})
  void virtualThreadsRunAsManyTasksAtOnceAsThereAreCarriers(ExecutorKind kind) {
    int carriers = Carriers.count();
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger begun = new AtomicInteger();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Kinds.SOON);
    try (Mapper mapper = kind.create(carriers)) {
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

  @ParameterizedTest
  @EnumSource(names = {"VIRTUAL", "VIRTUAL_LIMITED", "MAP_CONCURRENT", "STRUCTURED"})
  void itRunsOnVirtualThreads(ExecutorKind kind) {
    try (Mapper mapper = open(kind, 2)) {
      List<Boolean> virtual = mapper.map(x -> Thread.currentThread().isVirtual(), numbers(2));
      assertThat(virtual).containsExactly(true, true);
    }
  }
}
