/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.process.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The platform's executors where Python has {@code submit}, {@code map}, {@code shutdown} and the
 * {@code with} statement; {@link MapperTest} and its sisters have what ours add.
 */
@Tag("gate")
class ExecutorServiceTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private Integer work() throws InterruptedException {
    begun.countDown();
    end.await();
    return 28;
  }

  @Test
  void submitDoesNotWaitAndThereIsTimeForOtherThings() throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Integer> future = pool.submit(this::work);
      begun.await();
      assertThat(future.isDone()).isFalse();
      assertThat(future.state()).isEqualTo(Future.State.RUNNING);
      assertThatThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS))
          .as("the wait is over, the work is not")
          .isInstanceOf(TimeoutException.class);
      end.countDown();
      assertThat(future.get()).isEqualTo(28);
      assertThat(future.resultNow()).isEqualTo(28);
    }
  }

  @Test
  void shutdownTakesNothingMoreAndDoesNotWait() throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Integer> running = pool.submit(this::work);
      Future<Integer> waiting = pool.submit(() -> 8);
      begun.await();
      pool.shutdown();
      assertThat(pool.isShutdown()).isTrue();
      assertThat(pool.isTerminated()).as("work is left").isFalse();
      assertThatThrownBy(() -> pool.submit(() -> 1)).isInstanceOf(RejectedExecutionException.class);
      assertThat(pool.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
      end.countDown();
      assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(List.of(running.resultNow(), waiting.resultNow())).containsExactly(28, 8);
    }
  }

  @Test
  void closeWaitsForWhatWasSubmitted() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<Integer> running = pool.submit(this::work);
    begun.await();
    OtherThread<Boolean> closer =
        OtherThread.start(
            () -> {
              pool.close();
              return running.isDone();
            });
    closer.awaitWaiting();
    end.countDown();
    assertThat(closer.get()).isTrue();
    assertThat(pool.isTerminated()).isTrue();
  }

  @Test
  void shutdownNowDropsWhatHasNotBegunAndInterruptsTheRest() throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Integer> running = pool.submit(this::work);
      Future<Integer> waiting = pool.submit(() -> 8);
      begun.await();
      assertThat(pool.shutdownNow()).hasSize(1);
      assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(running.exceptionNow()).isInstanceOf(InterruptedException.class);
      assertThat(waiting.isDone()).as("whoever waits for it waits for ever").isFalse();
    }
  }

  @Test
  void severalListsAreZippedByTheirIndexes() {
    List<String> greetings = List.of("Hello", "Ciao", "Hei");
    List<String> names = List.of("Tim", "Sarah", "Robert");
    try (Mapper mapper = open(ExecutorKind.FIXED, 2)) {
      List<String> said =
          mapper.map(
              i -> greetings.get(i) + " " + names.get(i), IntStream.range(0, 3).boxed().toList());
      assertThat(said).containsExactly("Hello Tim", "Ciao Sarah", "Hei Robert");
    }
  }

  /**
   * Threads with joins, old style, and executors say the same; also the processes, for which a
   * function must be known by name.
   */
  @ParameterizedTest
  @EnumSource
  void everyExecutorGreetsAllInOrder(ExecutorKind kind) throws Exception {
    List<Integer> names = List.of(3, 5, 6);
    List<Integer> heard = new ArrayList<>();
    for (int name : names) {
      AtomicReference<Integer> said = new AtomicReference<>();
      Thread.ofPlatform().start(() -> said.set(Echo.ECHO.apply(name))).join();
      heard.add(said.get());
    }
    try (Mapper mapper = open(kind, 2)) {
      List<Integer> mapped = mapper.map(Echo.ECHO, names);
      assertThat(mapped).isEqualTo(heard).isEqualTo(names);
    }
  }

  @Test
  void aCallbackForTheResultAndOneForTheFailure() {
    AtomicReference<Integer> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    IllegalStateException thrown = new IllegalStateException("of the work");
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      CompletableFuture<Integer> good =
          CompletableFuture.supplyAsync(() -> 28, pool)
              .whenComplete((value, _) -> result.set(value));
      CompletableFuture<Integer> bad =
          CompletableFuture.<Integer>supplyAsync(
                  () -> {
                    throw thrown;
                  },
                  pool)
              .whenComplete((_, e) -> failure.set(e));
      assertThat(good.join()).isEqualTo(28);
      assertThatThrownBy(bad::join).hasCause(thrown);
    }
    assertThat(result).hasValue(28);
    assertThat(failure.get()).hasCause(thrown);
  }

  /**
   * The notes give five threads per core as Python's default for threads and one worker per core
   * for processes; for threads it is the cores and four, at most 32, since Python 3.8. Java has no
   * default: the caller chooses. Only what needs no choice has one, and that is the cores.
   */
  @Test
  void theDefaultsOfThisPlatform() {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ThreadPoolExecutor cached = (ThreadPoolExecutor) Executors.newCachedThreadPool();
        ThreadPoolExecutor fixed = (ThreadPoolExecutor) Executors.newFixedThreadPool(5);
        ForkJoinPool stealing = (ForkJoinPool) Executors.newWorkStealingPool();
        ForkJoinPool plain = new ForkJoinPool()) {
      assertThat(cached.getMaximumPoolSize())
          .as("as many as asked for")
          .isEqualTo(Integer.MAX_VALUE);
      assertThat(cached.getCorePoolSize()).isZero();
      assertThat(cached.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(60);
      assertThat(fixed.getMaximumPoolSize()).isEqualTo(5);
      assertThat(fixed.getPoolSize()).as("threads come with the tasks").isZero();
      assertThat(fixed.getQueue().remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
      assertThat(stealing.getParallelism()).isEqualTo(cores);
      assertThat(plain.getParallelism()).isEqualTo(cores);
    }
    if (System.getProperty("java.util.concurrent.ForkJoinPool.common.parallelism") == null) {
      assertThat(ForkJoinPool.getCommonPoolParallelism())
          .as("the caller makes one more")
          .isEqualTo(Math.max(1, cores - 1));
    }
    if (System.getProperty("jdk.virtualThreadScheduler.parallelism") == null) {
      assertThat(Carriers.count()).isEqualTo(cores);
    }
  }

  @Test
  void threadsOfThePlatformsPoolsAreNoDaemonsAndNumbered() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      Thread thread = pool.submit(Thread::currentThread).get();
      assertThat(thread.isDaemon()).isFalse();
      assertThat(thread.getName()).matches("pool-\\d+-thread-1");
    }
  }

  @Test
  void whatWasCancelledInTheQueueNeverRuns() throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Integer> running = pool.submit(this::work);
      AtomicReference<String> ran = new AtomicReference<>("no");
      Future<?> waiting = pool.submit(() -> ran.set("yes"));
      begun.await();
      assertThat(waiting.cancel(false)).isTrue();
      end.countDown();
      assertThat(running.get()).isEqualTo(28);
      assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
      assertThat(pool.submit(() -> 8).get()).as("behind it in the queue").isEqualTo(8);
      assertThat(ran).hasValue("no");
    }
  }
}
