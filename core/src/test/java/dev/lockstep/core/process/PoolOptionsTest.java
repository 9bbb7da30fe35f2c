/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a pool may be told, and what it tells of its workers. */
@Timeout(120)
@Tag("gate")
class PoolOptionsTest {

  private static final Options OPTIONS = Options.DEFAULT.with(Archive.NONE);

  @Test
  void aWorkerIsReplacedAfterSoManyTasks() throws InterruptedException {
    try (ProcessPool pool = new ProcessPool(1, OPTIONS.replacedAfter(3))) {
      List<CompletableFuture<String>> stamps = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        stamps.add(pool.submit(Act.STAMP, ""));
      }
      Map<String, List<String>> perProcess = new TreeMap<>();
      for (CompletableFuture<String> stamp : stamps) {
        String[] parts = Bounded.value(stamp).split(":", -1);
        perProcess.computeIfAbsent(parts[0], pid -> new ArrayList<>()).add(parts[1]);
      }
      assertThat(perProcess).hasSize(3);
      assertThat(perProcess.values()).allMatch(List.of("1", "2", "3")::equals);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.replacedAfter(-1));
  }

  @Test
  void everyWorkerIsInitializedOnce() throws InterruptedException {
    Options options = OPTIONS.initializedBy(Act.SET_UP, "input").replacedAfter(2);
    try (ProcessPool pool = new ProcessPool(2, options)) {
      List<CompletableFuture<String>> counts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        counts.add(pool.submit(Act.SET_UPS_HERE, ""));
      }
      for (CompletableFuture<String> count : counts) {
        assertThat(Bounded.value(count)).endsWith(":1");
      }
    }
  }

  @Test
  void aPoolWhoseInitializerFailsIsOfNoUse() throws InterruptedException {
    try (ProcessPool pool = new ProcessPool(2, OPTIONS.initializedBy(Act.SET_UP, "fail"))) {
      for (int i = 0; i < 2; i++) {
        assertThat(Bounded.failure(pool.submit(Act.SAY, "")))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("the initializer failed in a worker")
            .hasRootCauseMessage("java.lang.IllegalStateException: nothing can be set up");
      }
    }
  }

  @Test
  void aWorkerHasNoWorkers() throws InterruptedException {
    try (ProcessPool pool = new ProcessPool(1, OPTIONS)) {
      assertThat(Bounded.failure(pool.submit(Act.NEST, "")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "a worker process has no workers of its own: make the pool in the process that"
                  + " started it");
    }
  }

  @Test
  void theHarnessAddsOptionsToEveryWorker() throws InterruptedException {
    System.setProperty(WorkerCommand.PROPERTY, "-Dworker.number=no %d|-Dworker.list=a,b=c d");
    try (ProcessPool pool = new ProcessPool(1, OPTIONS.replacedAfter(2))) {
      for (int number = 0; number < 2; number++) {
        assertThat(Bounded.value(pool.submit(Act.PROPERTY, "worker.number")))
            .isEqualTo("no " + number);
        assertThat(Bounded.value(pool.submit(Act.PROPERTY, "worker.list"))).isEqualTo("a,b=c d");
      }
    } finally {
      System.clearProperty(WorkerCommand.PROPERTY);
    }
  }

  @Test
  void whatWorkersUseIsCounted() throws InterruptedException {
    try (ProcessPool pool = new ProcessPool(2, OPTIONS)) {
      assertThat(pool.awaitStart(Duration.ofSeconds(30))).isTrue();
      Usage before = pool.usage();
      CompletableFuture<String> one = pool.submit(Act.BURN, "200");
      CompletableFuture<String> other = pool.submit(Act.BURN, "200");
      long bytes = Long.parseLong(Bounded.value(one)) + Long.parseLong(Bounded.value(other));
      Usage used = pool.usage().minus(before);
      assertThat(used.allocatedBytes()).isBetween(bytes, 2 * bytes + 10_000_000);
      assertThat(used.cpuNanos()).isPositive();
      assertThat(used.voluntarySwitches()).isNotNegative();
      assertThat(used.involuntarySwitches()).isNotNegative();
    }
  }

  @Test
  void unknownStaysUnknown() {
    Usage partly = new Usage(5, 7, Usage.UNKNOWN, 1);
    assertThat(Usage.NOTHING.plus(partly).plus(new Usage(1, 1, 1, 1)))
        .isEqualTo(new Usage(6, 8, Usage.UNKNOWN, 2));
    assertThat(new Usage(9, 9, 9, 9).minus(partly)).isEqualTo(new Usage(4, 2, Usage.UNKNOWN, 8));
  }

  /** Whoever waits by looking would use all of the time; asking and answering uses some. */
  @Test
  void idleWorkersAndTheirPoolUseNoCpu() throws InterruptedException {
    try (ProcessPool pool = new ProcessPool(3, OPTIONS)) {
      assertThat(pool.awaitStart(Duration.ofSeconds(30))).isTrue();
      for (int i = 0; i < 1000; i++) {
        assertThat(pool.submit(Echo.ECHO, i).join()).isEqualTo(i);
      }
      Usage _ = pool.usage();
      double least = Double.MAX_VALUE;
      for (int attempt = 0; attempt < 5 && least > 0.05; attempt++) {
        Usage before = pool.usage();
        long start = System.nanoTime();
        Thread.sleep(Duration.ofMillis(500));
        long wall = System.nanoTime() - start;
        least = Math.min(least, pool.usage().minus(before).cpuNanos() / (double) wall);
      }
      assertThat(least).as("share of one CPU").isLessThan(0.05);
    }
  }
}
