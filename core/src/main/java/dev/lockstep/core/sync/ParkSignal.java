/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.util.concurrent.locks.LockSupport;

/**
 * A volatile field, and a thread that sleeps until it is woken to look at it: what all locks of
 * {@code java.util.concurrent} are made of. An {@link LockSupport#unpark} before the {@code park}
 * is kept as a permit; {@code park} may return for no reason and orders no memory, so it is the
 * field that carries the signal (JLS 17.4.5).
 */
public final class ParkSignal implements Signal {

  private volatile boolean sent;

  @Override
  public void await() throws InterruptedException {
    while (!sent) {
      LockSupport.park(this);
      // An interrupted thread does not park: without this it would spin.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  @Override
  public void send(Thread waiter) {
    sent = true;
    LockSupport.unpark(waiter);
  }
}
