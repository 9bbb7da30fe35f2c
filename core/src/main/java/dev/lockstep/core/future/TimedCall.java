/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import dev.lockstep.core.future.TaskGroup.Partition;
import dev.lockstep.core.future.TaskGroup.Until;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work within a limit that ends with it. {@link java.util.concurrent.CompletableFuture#orTimeout}
 * and {@code get} with a timeout end the waiting only, and the work goes on.
 */
public final class TimedCall {

  private TimedCall() {}

  /**
   * Does work on a new virtual thread and waits for its result, but no longer than {@code timeout};
   * then the work is interrupted and waited for. It is not begun at all if the timeout is zero or
   * less.
   *
   * @throws TimeoutException if the work was not done in time: it has ended now, unless the message
   *     names a thread that ignored the interrupt for five seconds
   * @throws ExecutionException with what the work threw
   * @throws InterruptedException if this thread is interrupted before or while it waits; the work
   *     is interrupted and waited for then, too
   */
  public static <V> V waitFor(Callable<? extends V> work, Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    return waitFor(work, timeout, Thread.ofVirtual().name("wait-for").factory(), TaskGroup.GRACE);
  }

  static <V> V waitFor(
      Callable<? extends V> work, Duration timeout, ThreadFactory factory, Duration grace)
      throws InterruptedException, ExecutionException, TimeoutException {
    TaskGroup<V> group = new TaskGroup<>(factory, grace);
    String late = "did not complete in " + words(timeout) + " and ";
    if (!timeout.isPositive()) {
      throw new TimeoutException(late + "was not begun");
    }
    Future<V> task = group.start(work);
    InterruptedException interrupted = null;
    try {
      Partition<V> _ = group.await(Until.ALL_COMPLETED, timeout);
    } catch (InterruptedException e) {
      interrupted = e;
    }
    boolean cancelled = task.cancel(true);
    IllegalStateException running = null;
    try {
      group.close();
    } catch (IllegalStateException e) {
      running = e;
    }
    if (interrupted != null) {
      if (running != null) {
        interrupted.addSuppressed(running);
      }
      throw interrupted;
    }
    if (cancelled) {
      throw new TimeoutException(
          late + (running == null ? "was cancelled" : "does not stop: " + running.getMessage()));
    }
    return task.get();
  }

  private static String words(Duration time) {
    if (time.toNanosPart() == 0) {
      return time.toSeconds() + " s";
    }
    long nanos = TimeUnit.NANOSECONDS.convert(time);
    return nanos % 1_000_000 == 0 ? nanos / 1_000_000 + " ms" : nanos / 1000.0 + " us";
  }
}
