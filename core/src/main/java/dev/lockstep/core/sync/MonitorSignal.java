/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/**
 * A field guarded by the monitor of its object, and a wait for its change. The loop is not only for
 * spurious wake-ups (API of {@link Object#wait()}): a signal sent before the wait is found in the
 * field, while a bare {@code wait} would miss the {@code notifyAll} and wait for ever.
 */
public final class MonitorSignal implements Signal {

  private boolean sent;

  @Override
  public synchronized void await() throws InterruptedException {
    while (!sent) {
      wait();
    }
  }

  @Override
  public synchronized void send(Thread waiter) {
    sent = true;
    notifyAll();
  }
}
