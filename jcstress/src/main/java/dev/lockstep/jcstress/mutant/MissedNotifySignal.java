/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;

/** Bug: waits without looking whether the signal was sent before. */
@MutantOf(value = "sync:MONITOR", bug = "waits without looking whether the signal was sent before")
public final class MissedNotifySignal implements Signal {

  @Override
  @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
  public synchronized void await() throws InterruptedException {
    wait();
  }

  @Override
  @SuppressWarnings("NakedNotify") // as above
  public synchronized void send(Thread waiter) {
    notifyAll();
  }
}
