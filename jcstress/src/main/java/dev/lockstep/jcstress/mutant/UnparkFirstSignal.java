/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.locks.LockSupport;

/** Bug: wakes the waiting thread before the field is set. */
@MutantOf(value = "sync:PARK", bug = "wakes the waiting thread before the field is set")
public final class UnparkFirstSignal implements Signal {

  private volatile boolean sent;

  @Override
  public void await() {
    while (!sent) {
      LockSupport.park(this);
    }
  }

  @Override
  public void send(Thread waiter) {
    LockSupport.unpark(waiter);
    sent = true;
  }
}
