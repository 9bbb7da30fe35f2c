/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.unit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread that is there already: one of a pool takes the work. */
final class PooledUnit implements Unit {

  /** One for each of two callers. */
  static final int THREADS = 2;

  private final ThreadPoolExecutor pool;

  /** A pool whose threads are all there before the first piece of work. */
  PooledUnit(int threads, ThreadFactory factory) {
    pool =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    int _ = pool.prestartAllCoreThreads();
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.util.concurrent.RejectedExecutionException if this is closed
   */
  @Override
  public void run(Runnable work) throws InterruptedException {
    Future<?> future = pool.submit(work);
    try {
      future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException unchecked -> throw unchecked;
        case Throwable impossible -> throw new IllegalStateException(impossible);
      }
    }
  }

  /** Waits for work that is under way. */
  @Override
  public void close() {
    pool.close();
  }
}
