/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A deque behind a lock, and nothing that wakes a thread: the queue that one makes first. It loses
 * nothing, but a consumer that finds it empty can only sleep and look again, so an item waits up to
 * {@value #PAUSE_MILLIS} ms for a consumer with nothing to do, and idle consumers keep the
 * processor busy. It is never full: a consumer that is slower than its producers lets it grow until
 * memory ends.
 *
 * <p>Every call is O(1) and never blocks for longer than others hold the lock, but {@link #take}
 * and {@link #poll(Duration)} sleep.
 *
 * <p>Source: the hand-made queue of Effective Python item 39; there the worker sleeps, not the
 * queue.
 */
public final class PollingQueue<T> implements Channel<T>, Polls {

  /** How long a consumer that finds nothing sleeps before it looks again, in milliseconds. */
  public static final int PAUSE_MILLIS = 10;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<T> items = new ArrayDeque<>();
  private long polls;
  private long emptyPolls;

  /** An empty queue without a bound. */
  public PollingQueue() {}

  PollingQueue(int capacity) {
    assert capacity == UNBOUNDED : capacity;
  }

  /** Never waits, and so never looks whether this thread is interrupted. */
  @Override
  public void put(T item) {
    lock.lock();
    try {
      items.addLast(item);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T take() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    T item = poll();
    while (item == null) {
      Thread.sleep(PAUSE_MILLIS);
      item = poll();
    }
    return item;
  }

  /** Always true: it is never full. */
  @Override
  public boolean offer(T item) {
    put(item);
    return true;
  }

  @Override
  public T poll() {
    lock.lock();
    try {
      polls++;
      T item = items.pollFirst();
      if (item == null) {
        emptyPolls++;
      }
      return item;
    } finally {
      lock.unlock();
    }
  }

  /** Always true: it is never full. */
  @Override
  public boolean offer(T item, Duration timeout) {
    return offer(item);
  }

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
    T item = poll();
    while (item == null) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        return null;
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(left, PAUSE_NANOS));
      item = poll();
    }
    return item;
  }

  @Override
  public int size() {
    lock.lock();
    try {
      return items.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int capacity() {
    return UNBOUNDED;
  }

  @Override
  public long polls() {
    lock.lock();
    try {
      return polls;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long emptyPolls() {
    lock.lock();
    try {
      return emptyPolls;
    } finally {
      lock.unlock();
    }
  }
}
