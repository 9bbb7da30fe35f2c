/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * A {@link CyclicBarrier} of two: the thread that comes first waits for the other, even if it is
 * the sender. What either did before the barrier happens-before what the other does after it (API
 * of {@code CyclicBarrier}, "Memory consistency effects"). If one is interrupted while it waits,
 * the barrier is broken for both.
 */
public final class BarrierSignal implements Signal {

  private final CyclicBarrier barrier = new CyclicBarrier(2);

  /**
   * Waits for the sender.
   *
   * @throws IllegalStateException if the sender was interrupted while it waited
   */
  @Override
  public void await() throws InterruptedException {
    try {
      int _ = barrier.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("the sender has left the barrier", e);
    }
  }

  /**
   * Waits for the waiting thread.
   *
   * @throws IllegalStateException if either of the two was interrupted while it waited; the status
   *     of an interrupted sender stays set
   */
  @Override
  public void send(Thread waiter) {
    try {
      int _ = barrier.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the other thread came", e);
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("the waiting thread has left the barrier", e);
    }
  }
}
