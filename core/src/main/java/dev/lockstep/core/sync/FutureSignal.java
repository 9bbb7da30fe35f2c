/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A {@link CompletableFuture} without a value: what a thread did before it completed the future
 * happens-before what follows {@code get} in another thread (API of {@link
 * java.util.concurrent.Future}, "Memory consistency effects").
 */
public final class FutureSignal implements Signal {

  private final CompletableFuture<Void> future = new CompletableFuture<>();

  @Override
  public void await() throws InterruptedException {
    try {
      Void _ = future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody completes this future exceptionally", e);
    }
  }

  @Override
  public void send(Thread waiter) {
    boolean _ = future.complete(null);
  }
}
