/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.CompletableFuture;

/** Bug: asks for the value that is there instead of waiting for it. */
@MutantOf(value = "sync:FUTURE", bug = "asks for the value that is there instead of waiting for it")
public final class UnwaitedFutureSignal implements Signal {

  private final CompletableFuture<Void> future = new CompletableFuture<>();

  @Override
  public void await() {
    Void _ = future.getNow(null);
  }

  @Override
  public void send(Thread waiter) {
    boolean _ = future.complete(null);
  }
}
