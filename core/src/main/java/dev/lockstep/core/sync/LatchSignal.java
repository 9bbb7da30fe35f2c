/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.util.concurrent.CountDownLatch;

/**
 * A {@link CountDownLatch} of one: what a thread did before {@code countDown} happens-before what
 * follows the return of {@code await} (its API, "Memory consistency effects"). It opens once and
 * stays open.
 */
public final class LatchSignal implements Signal {

  private final CountDownLatch latch = new CountDownLatch(1);

  @Override
  public void await() throws InterruptedException {
    latch.await();
  }

  @Override
  public void send(Thread waiter) {
    latch.countDown();
  }
}
