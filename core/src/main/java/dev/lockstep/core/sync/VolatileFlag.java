/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/**
 * A volatile field: a write happens-before every later read of it (JLS 17.4.5, JLS 8.3.1.4), so the
 * loop ends and what the sender wrote before is visible after it. The usual way to stop a worker
 * that never blocks.
 *
 * <p>Python: the {@code running} attribute that a worker's loop looks at.
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
