/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.util.concurrent.Semaphore;

/**
 * A {@link Semaphore} that begins without a permit: the sender adds one, the waiting thread takes
 * it. What a thread did before {@code release} happens-before what follows a successful {@code
 * acquire} (its API, "Memory consistency effects"). A permit is used up: of two waiting threads one
 * would go on.
 */
public final class SemaphoreSignal implements Signal {

  private final Semaphore permits = new Semaphore(0);

  @Override
  public void await() throws InterruptedException {
    permits.acquire();
  }

  @Override
  public void send(Thread waiter) {
    permits.release();
  }
}
