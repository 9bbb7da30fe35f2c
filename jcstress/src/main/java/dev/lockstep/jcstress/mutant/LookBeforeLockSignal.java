/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.sync.Signal;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bug: looks at the field before it has the lock, and not again. */
@MutantOf(
    value = "sync:CONDITION",
    bug = "looks at the field before it has the lock, and not again")
public final class LookBeforeLockSignal implements Signal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean sent;

  @Override
  @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
  public void await() throws InterruptedException {
    if (sent) {
      return;
    }
    lock.lockInterruptibly();
    try {
      changed.await();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void send(Thread waiter) {
    lock.lock();
    try {
      sent = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
