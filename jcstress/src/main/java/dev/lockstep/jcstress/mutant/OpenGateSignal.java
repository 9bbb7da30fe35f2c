/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.PauseGate;
import dev.lockstep.core.sync.Signal;

/** Bug: the gate is open while it should be paused. */
@MutantOf(value = "sync:PAUSE_GATE", bug = "the gate is open while it should be paused")
public final class OpenGateSignal implements Signal {

  private final PauseGate gate = new PauseGate();

  @Override
  public void await() throws InterruptedException {
    gate.pass();
  }

  @Override
  public void send(Thread waiter) {
    boolean _ = gate.resume();
  }
}
