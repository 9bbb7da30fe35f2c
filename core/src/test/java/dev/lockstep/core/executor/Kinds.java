/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kinds of executors that run any task, by what can be demanded of them. */
final class Kinds {

  static final long SOON = 20;

  private Kinds() {}

  /** Demanded of every kind. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("dev.lockstep.core.executor.Kinds#all")
  @interface All {}

  /** Demanded of those that have threads of their own. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("dev.lockstep.core.executor.Kinds#threaded")
  @interface Threaded {}

  /** Demanded of those that run at least two tasks at one time. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("dev.lockstep.core.executor.Kinds#parallel")
  @interface Parallel {}

  /** All but other processes, which a lambda cannot reach: see {@link ProcessMapperTest}. */
  static Stream<ExecutorKind> all() {
    return Stream.of(ExecutorKind.values()).filter(kind -> kind != ExecutorKind.PROCESS_POOL);
  }

  static Stream<ExecutorKind> threaded() {
    return all().filter(kind -> kind != ExecutorKind.SERIAL);
  }

  static Stream<ExecutorKind> parallel() {
    return threaded().filter(kind -> kind.workers() != Workers.SINGLE);
  }

  /** With so many workers, or as many as this JVM has if the count belongs to that. */
  static Mapper open(ExecutorKind kind, int workers) {
    return kind.create(
        switch (kind.workers()) {
          case CARRIERS -> Carriers.count();
          case COMMON_POOL -> ForkJoinPool.getCommonPoolParallelism();
          case NONE, POOL, IN_FLIGHT, SINGLE -> workers;
        });
  }

  /** Whether no more tasks can begin than there are workers. */
  static boolean isBounded(ExecutorKind kind) {
    return kind == ExecutorKind.SERIAL
        || (kind.workers() != Workers.NONE && kind.workers() != Workers.CARRIERS);
  }

  static List<Integer> numbers(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  /** Waits for what another thread is bound to do; that it never does is a failure, not a hang. */
  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(SOON, TimeUnit.SECONDS)).as("happened in time").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** Waits until it is interrupted, which it remembers. */
  static void awaitInterrupt(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      Thread.currentThread().interrupt();
    }
  }

  static void join(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(SOON));
    assertThat(thread.isAlive()).as("%s is alive", thread.getName()).isFalse();
  }

  static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).start(work);
  }
}
