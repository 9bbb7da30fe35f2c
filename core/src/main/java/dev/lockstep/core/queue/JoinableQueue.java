/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * A queue that knows which of its items are still in work. Every item is unfinished from its {@link
 * #put} until somebody has called {@link #taskDone} for it, after it was taken and worked on.
 *
 * <p>What a thread did before {@link #taskDone} happens-before what another does after the {@link
 * #join} that this call, or a later one, released.
 *
 * <p>Room is made by {@link #take} alone; {@link #taskDone} has nothing to do with it.
 *
 * <p>Unfinished work is a number under the lock that every put and take needs anyway, so it costs
 * no further contended write; and only a thread that joins is ever woken for it. Who joins begins
 * to wait under the lock under which he saw unfinished work, so the {@link #taskDone} that ends it
 * comes later and finds him.
 *
 * <p>Every call is O(1), {@link #put} amortised. The platform has no such queue. Python: {@code
 * queue.Queue} with {@code task_done} and {@code join}.
 */
public final class JoinableQueue<T> extends ConditionBuffer<T> {

  private final Condition allDone = lock.newCondition();
  private long unfinished;
  private int sentinels;

  /** An empty queue without a bound. */
  public JoinableQueue() {
    this(UNBOUNDED);
  }

  /**
   * An empty queue.
   *
   * @param capacity how many items it holds, at least 1
   */
  public JoinableQueue(int capacity) {
    super(capacity);
  }

  /**
   * One item is worked on to the end.
   *
   * @throws IllegalStateException if this was called more often than items were put
   */
  public void taskDone() {
    lock.lock();
    try {
      countDone();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until all items that were put are done. More may have been put before it returns only if
   * all of these are done, too.
   *
   * @throws InterruptedException if this thread is interrupted before or while it waits
   */
  public void join() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (unfinished > 0) {
        allDone.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * As {@link #join()}, but no longer than {@code timeout}; zero or less does not wait.
   *
   * @return whether all was done in time
   * @throws InterruptedException if this thread is interrupted before or while it waits
   */
  public boolean join(Duration timeout) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(timeout);
    lock.lockInterruptibly();
    try {
      while (unfinished > 0) {
        if (left <= 0) {
          return false;
        }
        left = allDone.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many items were put and are not done: in the queue or in work. */
  public int unfinished() {
    lock.lock();
    try {
      return Math.clamp(unfinished, 0, Integer.MAX_VALUE);
    } finally {
      lock.unlock();
    }
  }

  /** Sentinels, which are always last, are no items. */
  @Override
  public int size() {
    lock.lock();
    try {
      return Math.max(0, super.size() - sentinels);
    } finally {
      lock.unlock();
    }
  }

  /** Appends a sentinel, whether there is room or not; no item is accepted any more. */
  void close(T sentinel) {
    lock.lock();
    try {
      sentinels++;
      add(sentinel);
      wakeProducers();
    } finally {
      lock.unlock();
    }
  }

  /**
   * {@link #taskDone} and {@link #take} under one hold of the lock. If this throws, the item is
   * done nevertheless.
   */
  T taskDoneAndTake() throws InterruptedException {
    lock.lock();
    try {
      countDone();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return awaitItem();
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean isFull() {
    if (sentinels > 0) {
      throw new QueueClosedException("no item can be put behind a sentinel");
    }
    return super.isFull();
  }

  @Override
  void add(T item) {
    unfinished++;
    super.add(item);
  }

  private void countDone() {
    if (unfinished == 0) {
      throw new IllegalStateException("more is done than was put");
    }
    unfinished--;
    if (unfinished == 0) {
      allDone.signalAll();
    }
  }
}
