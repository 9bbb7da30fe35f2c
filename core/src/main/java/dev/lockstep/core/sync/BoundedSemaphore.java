/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A semaphore that notices when more is given back than was taken. The platform's {@link Semaphore}
 * has as many permits as are released, so a release too many lets one thread too many in, somewhere
 * else and later; here it fails where it happens. A permit has no owner: any thread may give it
 * back. All permits are free at the beginning.
 *
 * <p>What a thread did before {@link #release} happens-before what another does after it got that
 * permit, by {@link #acquire}, or by {@link #tryAcquire()} or {@link #tryAcquire(Duration)} with
 * {@code true}. A wait that ends by timeout or interrupt has taken no permit, and waits for none.
 *
 * <p>In brackets the stress tests that could refute why that is so. The number of free permits
 * changes by compare-and-set only, so a permit is taken once [LastPermit] and given back once
 * [ReleasedOnce]. A thread that gives up has changed nothing [PermitInTime]. Every release wakes
 * the first waiting thread, and one that goes on wakes the next [SignalWakes, PermitsWake].
 *
 * <p>Not fair: a thread that comes when a permit is free takes it, even if others wait. Every call
 * costs O(1) beside the wait.
 */
public final class BoundedSemaphore {

  private final Free free;

  /**
   * Creates a semaphore with this many permits, all of them free.
   *
   * @throws IllegalArgumentException if {@code bound} is less than 1
   */
  public BoundedSemaphore(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a semaphore has at least 1 permit, not " + bound);
    }
    this.free = new Free(bound);
  }

  /**
   * Takes a permit; waits while there is none.
   *
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  public void acquire() throws InterruptedException {
    free.acquireSharedInterruptibly(1);
  }

  /** Takes a permit if one is free, without waiting; whether it did. */
  public boolean tryAcquire() {
    return free.tryAcquireShared(1) >= 0;
  }

  /**
   * Takes a permit; waits no longer than {@code timeout}, and not at all if that is zero or less.
   *
   * @return whether it took one
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  public boolean tryAcquire(Duration timeout) throws InterruptedException {
    return free.tryAcquireSharedNanos(1, TimeUnit.NANOSECONDS.convert(timeout));
  }

  /**
   * Gives a permit back.
   *
   * @throws IllegalStateException if no permit is taken; nothing has changed then
   */
  public void release() {
    boolean _ = free.releaseShared(1);
  }

  /** The number of permits that are free at this moment. */
  public int available() {
    return free.count();
  }

  /** The queue of waiting threads; the state is the number of free permits. */
  private static final class Free extends AbstractQueuedSynchronizer {

    private static final long serialVersionUID = 1L;

    private final int bound;

    Free(int bound) {
      this.bound = bound;
      setState(bound);
    }

    int count() {
      return getState();
    }

    @Override
    protected int tryAcquireShared(int one) {
      while (true) {
        int before = getState();
        int left = before - 1;
        if (left < 0 || compareAndSetState(before, left)) {
          return left;
        }
      }
    }

    /** Checks the bound and frees the permit in one atomic step. */
    @Override
    protected boolean tryReleaseShared(int one) {
      while (true) {
        int before = getState();
        if (before == bound) {
          throw new IllegalStateException("released more often than acquired");
        }
        if (compareAndSetState(before, before + 1)) {
          return true;
        }
      }
    }
  }
}
