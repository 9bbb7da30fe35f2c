/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** What threads call that meet at a barrier. */
public final class BarrierCalls {

  private final CyclicBarrier barrier = ObjectUnderTest.create(CyclicBarrier.class);

  /** Waits for the other one, and returns its index. */
  public int await() throws InterruptedException, BrokenBarrierException {
    return barrier.await();
  }
}
