/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.await;
import static dev.lockstep.core.executor.Kinds.awaitInterrupt;
import static dev.lockstep.core.executor.Kinds.join;
import static dev.lockstep.core.executor.Kinds.numbers;
import static dev.lockstep.core.executor.Kinds.open;
import static dev.lockstep.core.executor.Kinds.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;

/** What {@link Mapper#close} promises, demanded of every kind. */
@Tag("gate")
class MapperCloseTest {

  @Kinds.All
  void closedMeansRejected(ExecutorKind kind) {
    Mapper mapper = open(kind, 2);
    mapper.close();
    mapper.close();
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> mapper.map(x -> x, numbers(2)));
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> mapper.map(x -> x, List.of()));
  }

  @Kinds.Threaded
  void itsThreadsAreNamedDaemonsAndEndWithIt(ExecutorKind kind) throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Mapper mapper = open(kind, 3);
    List<Boolean> added = mapper.map(x -> threads.add(Thread.currentThread()), numbers(100));
    assertThat(added).contains(true);
    if (kind == ExecutorKind.BOUNDED_CALLER_RUNS) {
      threads.remove(Thread.currentThread());
    }
    assertThat(threads).doesNotContain(Thread.currentThread());
    if (kind != ExecutorKind.MAP_CONCURRENT) {
      assertThat(threads).allSatisfy(thread -> assertThat(thread.getName()).isNotBlank());
    }
    assertThat(threads).allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());
    mapper.close();
    for (Thread thread : threads) {
      if (kind.workers() != Workers.COMMON_POOL) {
        join(thread);
      }
    }
  }

  /** Whatever it did before; carriers and common pool belong to the JVM. */
  @Kinds.All
  void noThreadIsLeft(ExecutorKind kind) throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Mapper mapper = open(kind, 3);
    List<Integer> _ = mapper.map(x -> x, numbers(50));
    List<Integer> _ = mapper.map(x -> x, numbers(50), new Terms(3, Duration.ofHours(1)));
    assertThatExceptionOfType(TimeLimitException.class)
        .isThrownBy(
            () ->
                mapper.map(
                    input -> {
                      awaitInterrupt(new CountDownLatch(1));
                      return input;
                    },
                    numbers(50),
                    Terms.within(Duration.ofMillis(20))));
    mapper.close();
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    left.removeIf(MapperCloseTest::isOfTheJvm);
    for (Thread thread : left) {
      join(thread);
    }
  }

  private static boolean isOfTheJvm(Thread thread) {
    return thread.getClass().getSimpleName().equals("CarrierThread")
        || thread.getName().startsWith("ForkJoinPool.commonPool-")
        || thread.getName().startsWith("VirtualThread-");
  }

  @Kinds.Threaded
  void closeWaitsForRunningTasks(ExecutorKind kind) throws InterruptedException {
    Mapper mapper = open(kind, 2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread caller =
        start(
            "caller",
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
        start(
            "closer",
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

  @Kinds.Threaded
  void anInterruptedCloseInterruptsTheTasksAndFreesTheirCaller(ExecutorKind kind)
      throws InterruptedException {
    Mapper mapper = open(kind, 2);
    CountDownLatch begun = new CountDownLatch(1);
    Thread caller =
        start(
            "caller",
            () -> {
              try {
                List<Integer> _ =
                    mapper.map(
                        x -> {
                          begun.countDown();
                          awaitInterrupt(new CountDownLatch(1));
                          return x;
                        },
                        numbers(kind == ExecutorKind.BOUNDED_CALLER_RUNS ? 2 : 8));
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

  /** Also of a call that nobody waits for any more. */
  @Kinds.Threaded
  void tasksThatIgnoreTheInterruptAreWaitedForAfterTheirCall(ExecutorKind kind)
      throws InterruptedException {
    if (kind == ExecutorKind.STRUCTURED) {
      return; // its call itself waits
    }
    Mapper mapper = open(kind, 2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread caller =
        start(
            "caller",
            () -> {
              try {
                List<Integer> _ =
                    mapper.map(
                        input -> {
                          begun.countDown();
                          while (release.getCount() > 0) {
                            Thread.onSpinWait();
                          }
                          ended.set(true);
                          return input;
                        },
                        numbers(1));
              } catch (CancellationException e) {
                // interrupted below
              }
            });
    await(begun);
    caller.interrupt();
    join(caller);
    AtomicBoolean endedBeforeCloseReturned = new AtomicBoolean();
    Thread closer =
        start(
            "closer",
            () -> {
              mapper.close();
              endedBeforeCloseReturned.set(ended.get());
            });
    while (closer.getState() != Thread.State.TIMED_WAITING && closer.isAlive()) {
      Thread.onSpinWait();
    }
    release.countDown();
    join(closer);
    assertThat(endedBeforeCloseReturned).isTrue();
  }
}
