/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes a queue that cannot wait into one that does. A thread that finds the queue full or empty
 * tries again, and pauses longer and longer between two tries: it spins {@value #SPINS} times, then
 * yields the processor {@value #YIELDS} times, then parks, first for {@value #PARK_NANOS} ns and
 * for twice as long each time, up to {@value #LONGEST_NANOS} ns. So a short wait costs no switch of
 * threads, and a long one costs about a thousand looks per second. An item that comes late may lie
 * there for the longest pause. No thread has to be woken, so the other side pays nothing.
 *
 * <p>A thread looks for an interrupt before every try, and never after one that succeeded: what was
 * taken is returned.
 */
abstract class BackOffChannel<T> implements Channel<T> {

  private static final int SPINS = 128;
  private static final int YIELDS = 32;
  private static final long PARK_NANOS = 16_000;
  private static final long LONGEST_NANOS = 1_024_000;

  @Override
  public final void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    checkInterrupt();
    for (int tries = 0; !offer(item); tries++) {
      pause(tries, LONGEST_NANOS);
      checkInterrupt();
    }
  }

  @Override
  public final T take() throws InterruptedException {
    checkInterrupt();
    T item = poll();
    for (int tries = 0; item == null; tries++) {
      pause(tries, LONGEST_NANOS);
      checkInterrupt();
      item = poll();
    }
    return item;
  }

  @Override
  public final boolean offer(T item, Duration timeout) throws InterruptedException {
    Objects.requireNonNull(item);
    checkInterrupt();
    long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
    long start = System.nanoTime();
    for (int tries = 0; !offer(item); tries++) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        return false;
      }
      pause(tries, left);
      checkInterrupt();
    }
    return true;
  }

  @Override
  public final T poll(Duration timeout) throws InterruptedException {
    checkInterrupt();
    long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
    long start = System.nanoTime();
    T item = poll();
    for (int tries = 0; item == null; tries++) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        return null;
      }
      pause(tries, left);
      checkInterrupt();
      item = poll();
    }
    return item;
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // to yield is the point: others have the work
  private void pause(int tries, long longest) {
    if (tries < SPINS) {
      Thread.onSpinWait();
    } else if (tries < SPINS + YIELDS) {
      Thread.yield();
    } else {
      int doublings = Math.min(tries - SPINS - YIELDS, 6);
      LockSupport.parkNanos(this, Math.min(PARK_NANOS << doublings, longest));
    }
  }
}
