/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** An {@link ExecutorService} with the rejecting and closing that {@link Mapper} asks for. */
record Pool(ExecutorService service) {

  void checkOpen() {
    if (service.isShutdown()) {
      throw new RejectedExecutionException("map after close");
    }
  }

  <V> Future<V> submit(Callable<V> task) {
    return service.submit(task);
  }

  void shutdown() {
    service.shutdown();
  }

  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return service.awaitTermination(timeout, unit);
  }

  void shutdownNow() {
    // A task that never begins would keep whoever waits for it waiting for ever.
    for (Runnable neverBegun : service.shutdownNow()) {
      if (neverBegun instanceof Future<?> future) {
        future.cancel(false);
      }
    }
  }

  void close() {
    shutdown();
    Closing.await(this::awaitTermination, this::shutdownNow);
  }
}
