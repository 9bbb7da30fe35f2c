/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/**
 * The flag that every thread has. An interrupt synchronizes-with the point where the interrupted
 * thread finds out about it (JLS 17.4.4), so what the sender wrote before is visible there. The
 * waiting thread clears the status: it has been heard.
 */
public final class InterruptStatus implements Signal {

  @Override
  public void await() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    boolean _ = Thread.interrupted();
  }

  @Override
  public void send(Thread waiter) {
    waiter.interrupt();
  }
}
