/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a fork that cannot be at work any more. JMH interrupts a benchmark that takes too long, and
 * waits for one that does not care as long as it likes. The threads of the fork are dumped first,
 * into what it prints.
 */
final class ForkLimit implements AutoCloseable {

  /** For the start of a JVM on any machine. */
  private static final Duration SPARE = Duration.ofMinutes(3);

  /** An iteration lasts for one operation at least, and nobody knows how long that is. */
  private static final Duration OPERATION = Duration.ofSeconds(10);

  private static final int TIMES = 10;

  private static final Duration DUMP = Duration.ofSeconds(2);

  private final Duration limit;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean passed;

  private ForkLimit(Duration limit) {
    this.limit = limit;
  }

  /** Far more than a fork of such iterations takes. */
  static Duration of(Series series) {
    return series
        .duration()
        .multipliedBy(TIMES)
        .plus(OPERATION.multipliedBy(series.warmups() + series.measurements()))
        .plus(SPARE);
  }

  /** The limit of the fork that this process starts next. */
  static ForkLimit start(Duration limit) {
    ForkLimit started = new ForkLimit(limit);
    Thread.ofPlatform().daemon().name("limit of a fork").start(started::watch);
    return started;
  }

  boolean passed() {
    return passed;
  }

  private void watch() {
    try {
      if (ended.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      passed = true;
      List<ProcessHandle> forks = ProcessHandle.current().children().toList();
      for (ProcessHandle fork : forks) {
        new ProcessBuilder("kill", "-QUIT", String.valueOf(fork.pid())).start().waitFor();
      }
      boolean _ = ended.await(DUMP.toMillis(), TimeUnit.MILLISECONDS);
      forks.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException | IOException e) {
      // Without kill there is no dump; the fork ends all the same.
      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
