/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.List;
import java.util.concurrent.locks.Lock;

/** What threads call that try a lock and keep it, or wait for it and release it. */
public final class LockCalls implements KnowsThreads {

  private final Lock lock = ObjectUnderTest.create(Lock.class);
  private int count;
  private volatile boolean held;
  private List<Thread> threads = List.of();

  @Override
  public void threads(List<Thread> known) {
    threads = known;
  }

  public boolean tryLock() {
    return lock.tryLock();
  }

  public void increment() {
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  /** Whether this thread had the lock to itself. */
  public boolean enter() {
    lock.lock();
    return hold();
  }

  /** The same, unless an interrupt comes while it waits; it then says nothing. */
  public boolean enterOrLeave() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      return true;
    }
    return hold();
  }

  private boolean hold() {
    try {
      boolean alone = !held;
      held = true;
      held = false;
      return alone;
    } finally {
      lock.unlock();
    }
  }

  public void interruptFirst() {
    threads.getFirst().interrupt();
  }

  public int count() {
    return count;
  }
}
