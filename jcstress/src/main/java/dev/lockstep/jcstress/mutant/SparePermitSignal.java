/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.Semaphore;

/** Bug: the semaphore begins with a permit. */
@MutantOf(value = "sync:SEMAPHORE", bug = "the semaphore begins with a permit")
public final class SparePermitSignal implements Signal {

  private final Semaphore permits = new Semaphore(1);

  @Override
  public void await() throws InterruptedException {
    permits.acquire();
  }

  @Override
  public void send(Thread waiter) {
    permits.release();
  }
}
