/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** A {@link CallMapper} whose threads are those of an {@link ExecutorService} of its own. */
abstract class PoolCallMapper extends CallMapper {

  private final Pool pool;
  private final int workers;

  PoolCallMapper(ExecutorService service, int workers) {
    this.pool = new Pool(service);
    this.workers = workers;
  }

  final Pool pool() {
    return pool;
  }

  @Override
  public final int workers() {
    return workers;
  }

  @Override
  final void shutdown() {
    pool.shutdown();
  }

  @Override
  final boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return pool.awaitTermination(timeout, unit);
  }
}
