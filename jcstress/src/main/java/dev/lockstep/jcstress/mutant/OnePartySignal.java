/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Bug: the barrier is for one thread, so nobody waits. */
@MutantOf(value = "sync:BARRIER", bug = "the barrier is for one thread")
public final class OnePartySignal implements Signal {

  private final CyclicBarrier barrier = new CyclicBarrier(1);

  @Override
  public void await() throws InterruptedException {
    try {
      int _ = barrier.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("a barrier of one cannot break", e);
    }
  }

  @Override
  public void send(Thread waiter) {
    try {
      await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
