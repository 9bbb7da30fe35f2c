/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * One submission to an {@link ExecutorService} per input, then one {@code get} per future in the
 * order of the inputs.
 */
final class ServiceMapper implements Mapper {

  private final Pool pool;
  private final int workers;

  ServiceMapper(ExecutorService service, int workers) {
    this.pool = new Pool(service);
    this.workers = workers;
  }

  @Override
  public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs) {
    pool.checkOpen();
    List<Future<Outcome<R>>> futures = new ArrayList<>(inputs.size());
    List<Outcome<R>> outcomes = new ArrayList<>(inputs.size());
    try {
      for (T input : inputs) {
        Interruption.check();
        futures.add(pool.submit(() -> Outcome.of(task, input)));
      }
      for (Future<Outcome<R>> future : futures) {
        outcomes.add(Pool.await(future));
      }
    } finally {
      if (outcomes.size() < inputs.size()) {
        // From the last: a worker freed by a cancelled task must not find one still waiting.
        futures.reversed().forEach(future -> future.cancel(true));
      }
    }
    return Outcome.values(outcomes);
  }

  @Override
  public int workers() {
    return workers;
  }

  @Override
  public void close() {
    pool.close();
  }
}
