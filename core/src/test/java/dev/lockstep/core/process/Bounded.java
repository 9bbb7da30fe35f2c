/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waiting for what is bound to happen; that it never does is a failure, not a hang. */
public final class Bounded {

  private static final long SOON = 30;

  private Bounded() {}

  /** Waits until it is true. */
  public static void until(String what, BooleanSupplier happened) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON);
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s in time", what).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Waits for the file that a task leaves, and reads its process's id in it. */
  public static long pidIn(Path file) throws IOException {
    until("task begun", () -> Files.exists(file));
    return Long.parseLong(Files.readString(file));
  }

  /** Waits until a process is gone. */
  public static void gone(long pid) {
    until("end of " + pid, () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  /** The result. */
  public static <V> V value(Future<V> future) throws InterruptedException {
    try {
      return future.get(SOON, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("failed", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("not in time", e);
    }
  }

  /** The failure. */
  public static Throwable failure(Future<?> future) throws InterruptedException {
    try {
      Object value = future.get(SOON, TimeUnit.SECONDS);
      throw new AssertionError("did not fail but gave " + value);
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (TimeoutException e) {
      throw new AssertionError("not in time", e);
    }
  }
}
