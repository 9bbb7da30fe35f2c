/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: opening the gate lets one of those who wait through. */
@MutantOf(value = "sync:PAUSE_GATE", bug = "opening the gate lets one of those who wait through")
public final class OneThroughSignal implements Signal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private boolean paused = true;

  @Override
  public void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (paused) {
        opened.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void send(Thread waiter) {
    lock.lock();
    try {
      paused = false;
      opened.signal();
    } finally {
      lock.unlock();
    }
  }
}
