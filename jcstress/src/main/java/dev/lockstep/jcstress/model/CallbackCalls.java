/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.concurrent.CompletableFuture;

/** What threads call that complete a future, or register a callback with it. */
public final class CallbackCalls {

  @SuppressWarnings("unchecked") // a new future takes any value
  private final CompletableFuture<Integer> future = ObjectUnderTest.create(CompletableFuture.class);

  private int called;

  public void complete() {
    boolean _ = future.complete(1);
  }

  public void register() {
    CompletableFuture<Void> _ = future.thenRun(() -> called++);
  }

  /** How often the callback was called. */
  public int called() {
    return called;
  }
}
