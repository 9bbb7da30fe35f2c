/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A parallel stream whose terminal operation is begun by a worker of a pool of its own, and which
 * therefore stays in that pool instead of the common one. That it does is how the JDK's streams are
 * built, not something their API promises; the tests of this suite check it.
 *
 * <p>Each element is a {@link Step}, so it carries a future of its own that a stream by itself has
 * not. It is what a call is stopped by: without it nothing could interrupt the task that a worker
 * is in, when the caller is interrupted or the time limit passes. Its cost is part of this kind's.
 */
final class StreamMapper extends PoolCallMapper {

  StreamMapper(int workers) {
    super(new ForkJoinPool(workers), workers);
  }

  @Override
  <T, R> Future<List<List<Outcome<R>>>> start(
      Call<T, R> call, Function<? super T, ? extends R> task, Terms terms) {
    return pool().submit(() -> call.steps().parallelStream().map(Step::outcomes).toList());
  }
}
