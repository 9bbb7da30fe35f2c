/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A thread beside that of the test, and what comes of it. What the test waits for is bound to
 * happen; that it never does is a failure, not a hang.
 */
public record OtherThread<V>(Thread thread, Future<V> result) {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Starts a daemon, which a test that fails may leave behind. */
  public static <V> OtherThread<V> start(Callable<V> body) {
    FutureTask<V> task = new FutureTask<>(body);
    return new OtherThread<>(Thread.ofPlatform().daemon().name("other").start(task), task);
  }

  /** Waits until the thread is parked or in {@code Object.wait}, with or without a timeout. */
  public void awaitWaiting() {
    until("the other thread waits", this::isWaiting);
  }

  public boolean isWaiting() {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  /** What the thread returned, or an ExecutionException with what it threw. */
  public V get() throws Exception {
    try {
      return result.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the other thread does not end; it is " + thread.getState(), e);
    }
  }

  /** Waits until it is so. */
  public static void until(String what, BooleanSupplier so) {
    long start = System.nanoTime();
    while (!so.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LIMIT);
      Thread.onSpinWait();
    }
  }
}
