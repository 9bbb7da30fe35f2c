/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Gatherers;

/**
 * A stream with the gatherer {@link Gatherers#mapConcurrent}: a new virtual thread per chunk, a
 * window of so many in flight that moves on when its first has ended, so that a slow one holds the
 * others up.
 *
 * <p>The thread that runs such a stream keeps an interrupt for later. So it is not the caller but a
 * virtual thread, and the caller can be interrupted while it waits for that.
 */
final class MapConcurrentMapper extends PoolCallMapper {

  MapConcurrentMapper(int workers) {
    super(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-", 1).factory()),
        workers);
  }

  @Override
  <T, R> Future<List<List<Outcome<R>>>> start(
      Call<T, R> call, Function<? super T, ? extends R> task, Terms terms) {
    return pool()
        .submit(
            () ->
                call.steps().stream()
                    .gather(Gatherers.mapConcurrent(workers(), Step<T, R>::outcomes))
                    .toList());
  }
}
