/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.locks.LockSupport;

/**
 * Bug: takes any return of {@code park} for the signal, also one for no reason. HotSpot gives few
 * of those, so that a stress test may well never see one; a model checker tries them all.
 */
@MutantOf(value = "sync:PARK", bug = "takes any return of park for the signal")
public final class UncheckedParkSignal implements Signal {

  private volatile boolean sent;

  @Override
  public void await() {
    if (!sent) {
      LockSupport.park(this);
    }
  }

  @Override
  public void send(Thread waiter) {
    sent = true;
    LockSupport.unpark(waiter);
  }
}
