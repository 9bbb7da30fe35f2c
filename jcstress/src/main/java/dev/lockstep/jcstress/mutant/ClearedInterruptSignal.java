/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;

/** Bug: clears the interrupt that came before the wait. */
@MutantOf(value = "sync:INTERRUPT", bug = "clears the interrupt that came before the wait")
public final class ClearedInterruptSignal implements Signal {

  @Override
  public void await() {
    boolean _ = Thread.interrupted();
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void send(Thread waiter) {
    waiter.interrupt();
  }
}
