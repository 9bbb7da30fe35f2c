/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import dev.lockstep.jcstress.proof.Broken;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks whose conditions are broken on purpose, each in one place, for the twins of tests. */
@SuppressWarnings("WaitNotInLoop") // who calls them waits in a loop
public final class BrokenConditions {

  private BrokenConditions() {}

  /** A lock, and the only condition of it. */
  abstract static class Bare implements Lock, Condition {

    private final ReentrantLock lock = new ReentrantLock();

    /** The condition that is sound. */
    final Condition sound = lock.newCondition();

    @Override
    public final void lock() {
      lock.lock();
    }

    @Override
    public final void unlock() {
      lock.unlock();
    }

    @Override
    public final Condition newCondition() {
      return this;
    }

    @Override
    public void await() throws InterruptedException {
      sound.await();
    }

    @Override
    public void signal() {
      sound.signal();
    }

    @Override
    public void signalAll() {
      sound.signalAll();
    }

    @Override
    public final void lockInterruptibly() {
      throw new UnsupportedOperationException();
    }

    @Override
    public final boolean tryLock() {
      throw new UnsupportedOperationException();
    }

    @Override
    public final boolean tryLock(long time, TimeUnit unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public final void awaitUninterruptibly() {
      throw new UnsupportedOperationException();
    }

    @Override
    public final long awaitNanos(long nanos) {
      throw new UnsupportedOperationException();
    }

    @Override
    public final boolean await(long time, TimeUnit unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public final boolean awaitUntil(Date deadline) {
      throw new UnsupportedOperationException();
    }
  }

  @Broken(bug = "a thread that was signalled leaves when it is interrupted, with the signal")
  public static final class InterruptFirst extends Bare {
    @Override
    public void await() throws InterruptedException {
      sound.await();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  @Broken(bug = "signalAll wakes one of the waiting threads")
  public static final class AllIsOne extends Bare {
    @Override
    public void signalAll() {
      sound.signal();
    }
  }

  /** As if it took the first of those who wait and left it in the queue. */
  @Broken(bug = "a signal that finds two waiting threads wakes none")
  public static final class OneIsNone extends Bare {

    /** Guarded by the lock. */
    private int waiting;

    @Override
    public void await() throws InterruptedException {
      waiting++;
      try {
        sound.await();
      } finally {
        waiting--;
      }
    }

    @Override
    public void signal() {
      if (waiting < 2) {
        sound.signal();
      }
    }
  }
}
