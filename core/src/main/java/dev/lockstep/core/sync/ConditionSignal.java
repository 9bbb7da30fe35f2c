/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A field guarded by a lock, and a wait for its change. {@link Condition#await()} gives the lock
 * back while it waits and has it again when it returns; it may return for no reason, so the field
 * is looked at again in a loop.
 */
public final class ConditionSignal implements Signal {

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
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
