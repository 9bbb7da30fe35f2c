/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An {@link ExecutorService} with the waiting, rejecting and closing that {@link Mapper} asks for.
 */
record Pool(ExecutorService service) {

  private static final long GRACE_SECONDS = 5;

  void checkOpen() {
    if (service.isShutdown()) {
      throw new RejectedExecutionException("map after close");
    }
  }

  <V> Future<V> submit(Callable<V> task) {
    return service.submit(task);
  }

  /** Waits for a task that itself throws nothing. */
  static <V> V await(Future<V> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      CancellationException cancellation = new CancellationException("closed while tasks ran");
      cancellation.initCause(e);
      throw cancellation;
    }
  }

  void close() {
    boolean interrupted = false;
    try {
      service.shutdown();
      boolean ended = false;
      try {
        ended = service.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (!ended) {
        // A task that never begins would keep whoever waits for it waiting for ever.
        for (Runnable neverBegun : service.shutdownNow()) {
          if (neverBegun instanceof Future<?> future) {
            future.cancel(false);
          }
        }
        try {
          ended = service.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
        if (!ended) {
          throw new IllegalStateException("tasks are still running after they were interrupted");
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
