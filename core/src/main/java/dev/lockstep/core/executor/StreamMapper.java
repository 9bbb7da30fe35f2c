/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A parallel stream whose terminal operation is begun by a worker of a pool of its own, and which
 * therefore stays in that pool instead of the common one. That it does is how the JDK's streams are
 * built, not something their API promises; the tests of this suite check it.
 *
 * <p>A stream cannot be cancelled: when the caller is interrupted, tasks not begun are dropped and
 * the begun ones run to their end, but for the one that the stream's own thread happens to be in.
 */
final class StreamMapper implements Mapper {

  private final Pool pool;
  private final int workers;

  StreamMapper(int workers) {
    this.pool = new Pool(new ForkJoinPool(workers));
    this.workers = workers;
  }

  @Override
  public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs) {
    pool.checkOpen();
    Interruption.check();
    AtomicBoolean dropped = new AtomicBoolean();
    Function<T, Outcome<R>> step = input -> dropped.get() ? null : Outcome.of(task, input);
    Future<List<Outcome<R>>> future = pool.submit(() -> inputs.parallelStream().map(step).toList());
    List<Outcome<R>> outcomes = null;
    try {
      outcomes = Pool.await(future);
    } finally {
      if (outcomes == null) {
        dropped.set(true);
        future.cancel(true);
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
