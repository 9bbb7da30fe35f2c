/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import static dev.lockstep.core.pipeline.Queues.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.pipeline.Queues.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The hand-made pipeline does its work, and has the four problems that are said of it. */
class HandMadePipelineTest {

  private final Threads threads = new Threads(false);

  private HandMadePipeline<Integer> identity() {
    return new HandMadePipeline<>(Collections.nCopies(3, item -> item), threads);
  }

  @Test
  void theRunOfTheBook() throws InterruptedException {
    HandMadePipeline<Integer> line = identity();
    numbers(1000).forEach(line::put);
    line.awaitDone(1000);
    List<Integer> done = new ArrayList<>();
    for (Integer item = line.poll(); item != null; item = line.poll()) {
      done.add(item);
    }
    assertThat(done).isEqualTo(numbers(1000));
    OtherThread.until("all work is counted", () -> line.workDone() == 3000);
    assertThat(line.polled()).isGreaterThanOrEqualTo(3000);
    line.kill();
    assertThat(threads.made()).hasSize(3).noneMatch(Thread::isAlive);
  }

  /** The first problem: workers without work do not rest. */
  @Test
  void idleWorkersPoll() throws InterruptedException {
    HandMadePipeline<Integer> line = identity();
    OtherThread.until("each worker has looked several times", () -> line.polled() > 12);
    assertThat(line.workDone()).isZero();
    line.kill();
  }

  /** The second: who waits for the results sleeps and looks again. */
  @Test
  void theCallerSleepsAlthoughAllIsDone() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    HandMadePipeline<Integer> line =
        new HandMadePipeline<>(
            List.of(
                item -> {
                  goOn.await();
                  return item;
                }),
            threads);
    line.put(1);
    OtherThread<Void> caller =
        OtherThread.start(
            () -> {
              line.awaitDone(1);
              return null;
            });
    caller.awaitWaiting();
    assertThat(caller.thread().getState()).isEqualTo(Thread.State.TIMED_WAITING);
    goOn.countDown();
    caller.get();
    line.kill();
  }

  /** The third: with all work done every worker is still there. */
  @Test
  void workersStay() throws InterruptedException {
    HandMadePipeline<Integer> line = identity();
    line.put(1);
    line.awaitDone(1);
    long polled = line.polled();
    OtherThread.until("they go on for nothing", () -> line.polled() > polled + 6);
    assertThat(line.workersLeft()).isEqualTo(3);
    line.kill();
    assertThat(line.workersLeft()).isZero();
  }

  /** The fourth: what waits for a slow stage is all that was put. */
  @Test
  void aSlowStageLetsItsQueueGrow() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    HandMadePipeline<Integer> line =
        new HandMadePipeline<>(
            List.of(
                item -> item,
                item -> {
                  slow.await();
                  return item;
                },
                item -> item),
            threads);
    numbers(1000).forEach(line::put);
    OtherThread.until("the first stage is through", () -> line.depths().equals(List.of(0, 999, 0)));
    line.kill();
  }
}
