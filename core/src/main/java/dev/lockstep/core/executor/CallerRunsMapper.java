/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A pool of w threads with a queue of 2w tasks: who finds it full runs a task itself, and is kept
 * from submitting more meanwhile. So w + 1 tasks run at one time if there is one caller. When its
 * time is over while it runs a task, that task is interrupted like the others.
 */
final class CallerRunsMapper extends ServiceMapper {

  CallerRunsMapper(int workers) {
    super(
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(2 * workers),
            Thread.ofPlatform().daemon().name("bounded-", 1).factory(),
            CallerRunsMapper::run),
        workers + 1);
  }

  /** The platform's {@code CallerRunsPolicy} drops the task of a closed pool without a word. */
  private static void run(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("map after close");
    }
    task.run();
  }

  @Override
  <V> void submit(
      List<? extends Callable<V>> chunks, List<? super Future<V>> futures, Deadline deadline)
      throws TimeoutException {
    try (Alarm _ = new Alarm(deadline)) {
      super.submit(chunks, futures, deadline);
    }
  }
}
