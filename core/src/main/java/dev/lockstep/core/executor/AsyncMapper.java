/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A {@link CompletableFuture#supplyAsync} per chunk, which runs in the common pool, and {@link
 * CompletableFuture#allOf} of them. Cancelling such a future stops nothing, so the steps are
 * stopped instead: each carries a future of its own ({@link Step}), which interrupts the thread
 * that a task runs in. Its cost is part of this kind's.
 *
 * <p>The pool belongs to the JVM: closing this waits until its own tasks have ended, and leaves the
 * pool's threads to others.
 */
final class AsyncMapper extends CallMapper {

  private final int workers;

  AsyncMapper(int workers) {
    this.workers = workers;
  }

  @Override
  <T, R> Future<List<List<Outcome<R>>>> start(
      Call<T, R> call, Function<? super T, ? extends R> task, Terms terms) {
    List<CompletableFuture<List<Outcome<R>>>> futures =
        call.steps().stream().map(step -> CompletableFuture.supplyAsync(step::outcomes)).toList();
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
        .thenApply(_ -> futures.stream().map(CompletableFuture::join).toList());
  }

  /** A call that was stopped may have left tasks behind: it has left when these have ended. */
  @Override
  <V> void leave(Call<?, ?> call, Future<V> all) {
    if (all instanceof CompletableFuture<V> tasks) {
      CompletableFuture<V> _ = tasks.whenComplete((_, _) -> left(call));
    } else {
      left(call);
    }
  }

  @Override
  public int workers() {
    return workers;
  }

  @Override
  void shutdown() {
    // not ours to shut down
  }

  @Override
  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return awaitLastCall(timeout, unit);
  }
}
