/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.CountDownLatch;

/** Bug: the latch is open from the start. */
@MutantOf(value = "sync:LATCH", bug = "the latch is open from the start")
public final class OpenLatchSignal implements Signal {

  private final CountDownLatch latch = new CountDownLatch(0);

  @Override
  public void await() throws InterruptedException {
    latch.await();
  }

  @Override
  public void send(Thread waiter) {
    latch.countDown();
  }
}
