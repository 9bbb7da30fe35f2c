/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * A new virtual thread per chunk, of which as many work as there are permits; the others wait for
 * one. Virtual threads are not pooled, so a limit is a matter of its own.
 */
final class LimitedMapper extends ServiceMapper {

  private final Semaphore permits;

  LimitedMapper(int workers) {
    super(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("limited-", 1).factory()),
        workers);
    this.permits = new Semaphore(workers);
  }

  @Override
  <V> Future<V> submit(Callable<V> chunk) {
    return super.submit(
        () -> {
          permits.acquire();
          try {
            return chunk.call();
          } finally {
            permits.release();
          }
        });
  }
}
