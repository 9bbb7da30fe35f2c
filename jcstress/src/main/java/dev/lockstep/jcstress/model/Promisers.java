/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.future.Promise;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** One thread that completes a promise and one that cancels it. */
public final class Promisers {

  static final String CANCELLED = "cancelled";

  private final Promise promise = Subject.make(Promise.class);

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
