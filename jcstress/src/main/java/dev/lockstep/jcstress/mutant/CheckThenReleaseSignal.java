/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.Semaphore;

/** Bug: looks whether a permit is taken and then gives it back, in two steps. */
@MutantOf(
    value = "sync:BOUNDED_SEMAPHORE",
    bug = "looks whether a permit is taken and then gives it back, in two steps")
public final class CheckThenReleaseSignal implements Signal {

  private static final int BOUND = 1;

  private final Semaphore permits = new Semaphore(0);

  @Override
  public void await() throws InterruptedException {
    permits.acquire();
  }

  @Override
  public void send(Thread waiter) {
    if (permits.availablePermits() == BOUND) {
      throw new IllegalStateException("released more often than acquired");
    }
    permits.release();
  }
}
