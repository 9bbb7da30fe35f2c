/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/**
 * A volatile field: every read sees the last write (JLS 17.4.4, 17.4.7), so the loop ends. The
 * write happens-before that read (JLS 17.4.5, 8.3.1.4), so what the sender wrote before is visible
 * after the loop. The usual way to stop a worker that never blocks.
 */
public final class VolatileFlag implements Signal {

  private volatile boolean sent;

  @Override
  public void await() {
    while (!sent) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void send(Thread waiter) {
    sent = true;
  }
}
