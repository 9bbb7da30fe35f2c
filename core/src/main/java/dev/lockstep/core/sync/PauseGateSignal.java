/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/** A {@link PauseGate} that is paused until the sender resumes it; it then stays open. */
public final class PauseGateSignal implements Signal {

  private final PauseGate gate = new PauseGate();

  /** Pauses the gate, before anybody can come to it. */
  public PauseGateSignal() {
    boolean _ = gate.pause();
  }

  @Override
  public void await() throws InterruptedException {
    gate.pass();
  }

  @Override
  public void send(Thread waiter) {
    boolean _ = gate.resume();
  }
}
