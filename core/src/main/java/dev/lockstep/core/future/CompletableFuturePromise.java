/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A {@link CompletableFuture}: nobody's work belongs to it, so it is completed or cancelled in one
 * step. Of a completion and a cancellation at the same time exactly one returns true. To cancel
 * again returns true again ({@link CompletableFuture#cancel}).
 */
public final class CompletableFuturePromise implements Promise {

  private final CompletableFuture<Integer> future = new CompletableFuture<>();

  @Override
  public boolean complete(int value) {
    return future.complete(value);
  }

  @Override
  public boolean cancel() {
    return future.cancel(false); // with true it would do the same
  }

  @Override
  public int get() throws InterruptedException, ExecutionException {
    return future.get();
  }
}
