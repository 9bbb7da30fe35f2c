/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import dev.lockstep.core.future.Promise;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/**
 * Getting in an actor, which may not throw checked exceptions. Nobody interrupts an actor, and no
 * work fails; if that happened, the error would end the test.
 */
final class PromiseCalls {

  private PromiseCalls() {}

  static int get(Promise promise) {
    try {
      return promise.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("nobody interrupts this actor, and no work fails", e);
    }
  }

  /** Whether there is a value; false if there is a cancellation. */
  static boolean hasValue(Promise promise) {
    try {
      int _ = get(promise);
      return true;
    } catch (CancellationException e) {
      return false;
    }
  }
}
