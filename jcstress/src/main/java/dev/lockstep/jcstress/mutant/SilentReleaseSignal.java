/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;

/** Bug: gives the permit back without waking whoever waits for it. */
@MutantOf(
    value = "sync:BOUNDED_SEMAPHORE",
    bug = "gives the permit back without waking whoever waits for it")
public final class SilentReleaseSignal implements Signal {

  private boolean taken = true;

  @Override
  public synchronized void await() throws InterruptedException {
    while (taken) {
      wait();
    }
    taken = true;
  }

  @Override
  public synchronized void send(Thread waiter) {
    if (!taken) {
      throw new IllegalStateException("released more often than acquired");
    }
    taken = false;
  }
}
