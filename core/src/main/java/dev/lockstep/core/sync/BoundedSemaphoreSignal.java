/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/**
 * A {@link BoundedSemaphore} whose only permit is taken at the beginning: the sender gives it back,
 * the waiting thread takes it.
 */
public final class BoundedSemaphoreSignal implements Signal {

  private final BoundedSemaphore permit = new BoundedSemaphore(1);

  /** Takes the permit, which no other thread can have yet. */
  public BoundedSemaphoreSignal() {
    boolean _ = permit.tryAcquire();
  }

  @Override
  public void await() throws InterruptedException {
    permit.acquire();
  }

  /**
   * Gives the permit back.
   *
   * @throws IllegalStateException if the signal was sent before and no thread has waited since
   */
  @Override
  public void send(Thread waiter) {
    permit.release();
  }
}
