/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: wakes one of the waiting threads instead of all; one waiting thread alone cannot tell. */
@MutantOf(value = "sync:EVENT", bug = "wakes one of the waiting threads")
public final class SignalOneSignal implements Signal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean sent;

  @Override
  public void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!sent) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void send(Thread waiter) {
    lock.lock();
    try {
      sent = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
