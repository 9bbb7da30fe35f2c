/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.core.process.Act;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who learns that work has failed? The notes say that an exception in a thread does not reach the
 * starter, which is true of bare threads, in Java too, and of nothing else.
 *
 * <table>
 * <caption>Who sees the exception</caption>
 * <tr><th>mechanism</th><th>handler of the thread</th><th>whoever waits</th></tr>
 * <tr><td>Thread, join</td><td>yes</td><td>no: join returns</td></tr>
 * <tr><td>worker on a queue of one's own</td><td>yes, and the worker is gone</td><td>no</td></tr>
 * <tr><td>execute</td><td>yes</td><td>nobody can</td></tr>
 * <tr><td>submit</td><td>no</td><td>only if he calls get: ExecutionException</td></tr>
 * <tr><td>CompletableFuture</td><td>no</td><td>get: ExecutionException, join:
 * CompletionException</td></tr>
 * <tr><td>TaskGroup</td><td>no</td><td>gather: ExecutionException</td></tr>
 * <tr><td>map of any ExecutorKind</td><td>no</td><td>the exception itself</td></tr>
 * </table>
 */
@Tag("gate")
class ExceptionDeliveryTest {

  private final IllegalStateException failure = new IllegalStateException("of the work");
  private final AtomicReference<Throwable> handled = new AtomicReference<>();
  private final CountDownLatch handling = new CountDownLatch(1);

  /** Threads whose handler notes what it gets. */
  private final Thread.Builder.OfPlatform threads =
      Thread.ofPlatform()
          .daemon()
          .name("noted-", 1)
          .uncaughtExceptionHandler(
              (_, thrown) -> {
                handled.set(thrown);
                handling.countDown();
              });

  private final ThreadFactory factory = threads.factory();

  private Integer fail() {
    throw failure;
  }

  private void failWithoutResult() {
    throw failure;
  }

  @Test
  void ofABareThreadOnlyItsHandlerSeesIt() throws Exception {
    Thread thread = threads.start(this::failWithoutResult);
    thread.join();
    assertThat(thread.getState()).as("join returned").isEqualTo(Thread.State.TERMINATED);
    assertThat(handled).hasValue(failure);
  }

  @Test
  void aVirtualThreadIsNoDifferent() throws Exception {
    Thread.ofVirtual()
        .uncaughtExceptionHandler((_, thrown) -> handled.set(thrown))
        .start(this::failWithoutResult)
        .join();
    assertThat(handled).hasValue(failure);
  }

  /** And whoever waits for the queue to be empty waits for ever. */
  @Test
  void aWorkerOnAQueueDiesOfIt() throws Exception {
    LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    Thread worker =
        threads.start(
            () -> {
              while (true) {
                try {
                  queue.take().run();
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    queue.add(this::failWithoutResult);
    queue.add(() -> {});
    worker.join();
    assertThat(handled).hasValue(failure);
    assertThat(queue).as("nobody takes this any more").hasSize(1);
  }

  @Test
  void whatIsExecutedTellsNobodyElse() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(1, factory)) {
      pool.execute(this::failWithoutResult);
      handling.await();
      assertThat(handled).hasValue(failure);
      Future<Integer> next = pool.submit(() -> 28);
      assertThat(next.get()).as("on a new thread").isEqualTo(28);
    }
  }

  @Test
  void whatIsSubmittedTellsWhoAsksAndNobodyElse() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(1, factory)) {
      Future<Integer> unasked = pool.submit(this::fail);
      Future<Integer> asked = pool.submit(this::fail);
      assertThatThrownBy(asked::get).isInstanceOf(ExecutionException.class).hasCause(failure);
      assertThat(unasked.exceptionNow()).isSameAs(failure);
    }
    assertThat(handled).as("swallowed, if nobody asks").hasValue(null);
  }

  @Test
  void aCompletableFutureTellsWhoAsksAndWhoDependsOnIt() {
    CompletableFuture<Integer> future = CompletableFuture.supplyAsync(this::fail, threads::start);
    assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCause(failure);
    assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    assertThatThrownBy(() -> future.thenApply(x -> x).join()).hasCause(failure);
    assertThat(handled).hasValue(null);
  }

  @Test
  void aGroupTellsWhoGathers() {
    try (TaskGroup<Integer> group = new TaskGroup<>(factory)) {
      Future<Integer> task = group.start(this::fail);
      assertThatThrownBy(group::gather).isInstanceOf(ExecutionException.class).hasCause(failure);
      assertThat(task.exceptionNow()).isSameAs(failure);
    }
    assertThat(handled).hasValue(null);
  }

  private static Mapper open(ExecutorKind kind) {
    int workers =
        switch (kind.workers()) {
          case COMMON_POOL -> ForkJoinPool.getCommonPoolParallelism();
          case CARRIERS -> carriers();
          case NONE, POOL, IN_FLIGHT, SINGLE -> 2;
        };
    return kind.create(workers);
  }

  private static int carriers() {
    Integer set = Integer.getInteger("jdk.virtualThreadScheduler.parallelism");
    return set == null ? Runtime.getRuntime().availableProcessors() : set;
  }

  /**
   * Queue workers, pools, virtual and structured threads, futures, the event loop and all others.
   */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROCESS_POOL")
  void whoMapsGetsTheExceptionItself(ExecutorKind kind) {
    try (Mapper mapper = open(kind)) {
      assertThatThrownBy(() -> mapper.map(_ -> fail(), List.of(1))).isSameAs(failure);
    }
  }

  /** From another process it comes as a copy, with the stack of both. */
  @Test
  void alsoFromAnotherProcess() {
    try (Mapper mapper = open(ExecutorKind.PROCESS_POOL)) {
      Throwable copy =
          catchThrowable(
              () -> mapper.map(Act.THROW, List.of("java.lang.IllegalStateException:of the work")));
      assertThat(copy).isInstanceOf(IllegalStateException.class).hasMessage("of the work");
    }
  }
}
