/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.run.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;

/**
 * Runs results that are owed, in lanes side by side. Each lane has jcstress's executor fill the
 * CPUs, one batch after the other. With one lane the CPUs idle while a fork's JVM starts and ends;
 * with two it starts while the other measures, and the actors of both are now and then preempted.
 *
 * @param forkLimit after which a fork is ended, since it cannot be at work any more
 * @param enough whether no further batch is to begin
 */
record Lanes(Matrix matrix, Duration forkLimit, BooleanSupplier enough) {

  /** How long a batch is: long enough to overlap, short enough for a budget to end between two. */
  private static final int ONE_AFTER_THE_OTHER = 8;

  /**
   * Runs them and keeps every result as soon as it is there.
   *
   * @return how many were not begun, since it was enough
   * @throws IOException if a result cannot be kept
   */
  int run(int lanes, List<PlannedResult> owed, Progress progress) throws IOException {
    Deque<List<PlannedResult>> batches = batches(owed, matrix.cpus());
    try (ScheduledExecutorService limit = Executors.newSingleThreadScheduledExecutor();
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<?> _ = limit.scheduleWithFixedDelay(this::endOverdueForks, 5, 5, TimeUnit.SECONDS);
      List<Future<Void>> all = new ArrayList<>();
      for (PlannedResult each : owed) {
        if (ProofPlan.sleeps(each.test())) {
          all.add(threads.submit(() -> sleep(each, progress)));
        }
      }
      for (int lane = 0; lane < lanes; lane++) {
        all.add(threads.submit(() -> drive(batches, progress)));
      }
      for (Future<Void> each : all) {
        Void _ = ended(each);
      }
    }
    return batches.stream().mapToInt(List::size).sum();
  }

  /**
   * Waits for what runs results, and returns what it returned.
   *
   * @throws IOException if a result could not be kept
   */
  static <T> T ended(Future<T> running) throws IOException {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stress tests ran", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unkept) {
        throw unkept;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * jcstress limits the iterations of a fork, and not the checks before them: a test that hangs
   * there would hold up the run for ever. A fork that is ended so gives an error as its result.
   */
  private void endOverdueForks() {
    Instant latest = Instant.now().minus(forkLimit);
    ProcessHandle.current()
        .children()
        .filter(fork -> fork.info().startInstant().filter(latest::isAfter).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** One lane: batch after batch, until there is none or it is enough. */
  private Void drive(Deque<List<PlannedResult>> batches, Progress progress) throws IOException {
    while (!enough.getAsBoolean()) {
      List<PlannedResult> batch;
      synchronized (batches) {
        batch = batches.poll();
      }
      if (batch == null) {
        return null;
      }
      progress.running(batch.getFirst().words());
      run(batch, progress);
    }
    return null;
  }

  /** What sleeps until it is found stale takes no lane and no CPU. */
  private Void sleep(PlannedResult each, Progress progress) throws IOException {
    run(List.of(each), progress);
    return null;
  }

  private void run(List<PlannedResult> batch, Progress progress) throws IOException {
    IdentityHashMap<TestConfig, PlannedResult> running = new IdentityHashMap<>();
    batch.forEach(each -> running.put(each.configuration(), each));
    List<IOException> unkept = new ArrayList<>();
    TestExecutor executor =
        new TestExecutor(
            matrix.verbosity(),
            result -> keep(running.get(result.getConfig()), result, progress, unkept),
            matrix.scheduler());
    executor.runAll(batch.stream().map(PlannedResult::configuration).toList());
    synchronized (unkept) {
      if (!unkept.isEmpty()) {
        throw unkept.getFirst();
      }
    }
  }

  /** Called on a thread of jcstress's executor, which would swallow an exception. */
  private static void keep(
      PlannedResult each, TestResult result, Progress progress, List<IOException> unkept) {
    try {
      Blob.write(each.file(), result);
    } catch (IOException e) {
      synchronized (unkept) {
        unkept.add(e);
      }
      return;
    }
    progress.done(
        "%s · %,d samples · %s".formatted(each.words(), result.getTotalCount(), result.status()));
  }

  /**
   * Some at a time: within a batch jcstress starts the next JVM while the one before ends. Tests
   * with one actor are all given at once: most of them are over in a second, and a few wait half a
   * minute for a thread that does not end; jcstress begins at the end of the list, so those stand
   * there and the others run beside them.
   */
  static Deque<List<PlannedResult>> batches(List<PlannedResult> all, int cpus) {
    List<PlannedResult> owed = all.stream().filter(each -> !ProofPlan.sleeps(each.test())).toList();
    Deque<List<PlannedResult>> batches = new ArrayDeque<>();
    List<PlannedResult> single =
        owed.stream()
            .filter(each -> each.test().actors() == 1)
            .sorted(Comparator.comparing(each -> ProofPlan.goesStale(each.test())))
            .toList();
    if (!single.isEmpty()) {
      batches.add(single);
    }
    List<PlannedResult> batch = new ArrayList<>();
    for (PlannedResult each : owed) {
      int actors = each.test().actors();
      if (actors == 1) {
        continue;
      }
      boolean full = batch.size() == ONE_AFTER_THE_OTHER * Math.max(1, cpus / actors);
      if (!batch.isEmpty() && (full || batch.getFirst().test().actors() != actors)) {
        batches.add(List.copyOf(batch));
        batch.clear();
      }
      batch.add(each);
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }
}
