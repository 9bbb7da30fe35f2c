/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A callback per chunk on an {@link EventLoop}, and one behind them that tells the caller that all
 * have run. Concurrency without parallelism: computing holds up everybody who uses the loop.
 */
final class EventLoopMapper extends CallMapper {

  private final EventLoop loop = new EventLoop();

  @Override
  <T, R> Future<List<List<Outcome<R>>>> start(
      Call<T, R> call, Function<? super T, ? extends R> task, Terms terms) {
    CompletableFuture<List<List<Outcome<R>>>> all = new CompletableFuture<>();
    List<List<Outcome<R>>> outcomes = new ArrayList<>(call.steps().size());
    for (Step<T, R> step : call.steps()) {
      loop.callSoon(
          () -> {
            try {
              outcomes.add(step.outcomes());
            } catch (Error error) {
              all.completeExceptionally(error);
            }
          });
    }
    loop.callSoon(() -> all.complete(outcomes));
    return all;
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  void shutdown() {
    loop.stop();
  }

  @Override
  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return loop.join(Duration.of(timeout, unit.toChronoUnit()));
  }
}
