/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Signal;

/**
 * Waiting in an actor, which may not throw checked exceptions. Nobody interrupts an actor other
 * than by the signal; if that happened, the error would end the test.
 */
final class SignalCalls {

  private SignalCalls() {}

  static void await(Signal signal) {
    try {
      signal.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this actor", e);
    }
  }
}
