/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is made by hand is tested by itself: {@link Mapper#close} would mend a missing sentinel. */
class QueueWorkersTest {

  @Test
  void everyWorkerEndsByASentinelAfterAllTasks() throws InterruptedException {
    QueueWorkers workers = new QueueWorkers(3);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      Future<?> _ = workers.submit(done::incrementAndGet);
    }
    workers.shutdown();
    workers.shutdown();
    assertThat(workers.awaitTermination(Kinds.SOON, TimeUnit.SECONDS)).isTrue();
    assertThat(workers.isTerminated()).isTrue();
    assertThat(done).hasValue(100);
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> workers.execute(() -> {}));
  }

  @Test
  void whoWaitsForTheEndIsNotToldOfItWhileATaskRuns() throws InterruptedException {
    QueueWorkers workers = new QueueWorkers(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Future<?> _ =
        workers.submit(
            () -> {
              begun.countDown();
              Kinds.await(goOn);
            });
    Kinds.await(begun);
    workers.shutdown();
    assertThat(workers.awaitTermination(1, TimeUnit.NANOSECONDS)).isFalse();
    assertThat(workers.isTerminated()).isFalse();
    goOn.countDown();
    assertThat(workers.awaitTermination(Kinds.SOON, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void atOnceMeansThatWaitingTasksAreHandedBack() throws InterruptedException {
    QueueWorkers workers = new QueueWorkers(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Future<?> _ =
        workers.submit(
            () -> {
              begun.countDown();
              Kinds.awaitInterrupt(interrupted);
            });
    Future<?> waiting = workers.submit(() -> {});
    Kinds.await(begun);
    assertThat(workers.awaitTermination(1, TimeUnit.NANOSECONDS)).isFalse();
    assertThat(workers.shutdownNow()).hasSize(1).first().isSameAs(waiting);
    Kinds.await(interrupted);
    assertThat(workers.awaitTermination(Kinds.SOON, TimeUnit.SECONDS)).isTrue();
  }
}
