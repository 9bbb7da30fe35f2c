/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.future.Promise;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** What threads call that complete a promise, cancel it, or ask for its value. */
public final class PromiseCalls {

  static final String CANCELLED = "cancelled";

  private final Promise promise = ObjectUnderTest.create(Promise.class);

  public boolean complete() {
    return promise.complete(1);
  }

  public boolean cancel() {
    return promise.cancel();
  }

  public Object get() throws InterruptedException, ExecutionException {
    try {
      return promise.get();
    } catch (CancellationException e) {
      return CANCELLED;
    }
  }
}
