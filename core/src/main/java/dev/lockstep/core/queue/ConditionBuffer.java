/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock and two conditions, the buffer of every textbook: consumers wait for "not empty",
 * producers for "not full".
 *
 * <p><b>No item waits while a consumer sleeps.</b> In brackets stand the stress tests that could
 * refute each of the arguments.
 *
 * <ul>
 *   <li>A consumer that finds the buffer empty begins to wait under the same hold of the lock.
 *       {@link Condition#await} releases the lock only once the consumer is in the list of waiting
 *       threads. So no item can come in between, and every later one finds the consumer in that
 *       list. [QueueHandOff]
 *   <li>One {@code signal} per item is enough: any thread that waits for "not empty" can use any
 *       item. [QueueTwoTakers] With one condition for both sides a signal could reach a producer
 *       that cannot go on, and be lost. [QueueSidesApart]
 *   <li>A woken thread looks again, in a loop. Another may have come first; then the item is gone,
 *       not lost. A condition may also return for no reason: the thread then waits on, for what is
 *       left of its time. [QueueSecondLook, QueueTimeKept]
 *   <li>A signal and an interrupt, or the end of the time, may meet; one of them comes first. A
 *       thread that was signalled first looks once more before it leaves. A thread that was
 *       interrupted first leaves the signal to others. [QueueInterrupts, QueueGivesUp,
 *       QueueTimeouts]
 * </ul>
 *
 * The same holds of producers, with places instead of items. [QueueRoom, QueueTwoProducers,
 * QueueSecondLookPut, QueueInterruptsPut, QueueGivesUpPut, QueueTimeoutsPut]
 *
 * <p>Looking and doing are under one hold of the lock: nothing is lost or given away twice, and the
 * bound is kept. [QueueSafety, QueueBounds, QueueBoundHeld]
 *
 * <p>A signal costs next to nothing while no thread waits. Every call is O(1), {@link #put}
 * amortised.
 *
 * <p>Source: API of {@link Condition}.
 */
public final class ConditionBuffer<T> implements Channel<T> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private final ArrayDeque<T> items = new ArrayDeque<>();
  private final int capacity;

  /**
   * An empty buffer.
   *
   * @param capacity how many items it holds, at least 1
   */
  public ConditionBuffer(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity + " is not at least 1");
    }
    this.capacity = capacity;
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    lock.lockInterruptibly();
    try {
      while (isFull()) {
        notFull.await();
      }
      add(item);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (items.isEmpty()) {
        notEmpty.await();
      }
      return remove();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean offer(T item) {
    Objects.requireNonNull(item);
    lock.lock();
    try {
      if (isFull()) {
        return false;
      }
      add(item);
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T poll() {
    lock.lock();
    try {
      return items.isEmpty() ? null : remove();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean offer(T item, Duration timeout) throws InterruptedException {
    Objects.requireNonNull(item);
    long left = TimeUnit.NANOSECONDS.convert(timeout);
    lock.lockInterruptibly();
    try {
      while (isFull()) {
        if (left <= 0) {
          return false;
        }
        left = notFull.awaitNanos(left);
      }
      add(item);
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(timeout);
    lock.lockInterruptibly();
    try {
      while (items.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        left = notEmpty.awaitNanos(left);
      }
      return remove();
    } finally {
      lock.unlock();
    }
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
    return capacity;
  }

  /** With the lock: whether an item has to wait for room. */
  private boolean isFull() {
    return items.size() == capacity;
  }

  /** With the lock. */
  private void add(T item) {
    items.addLast(item);
    notEmpty.signal();
  }

  /** With the lock. */
  private T remove() {
    T item = items.removeFirst();
    notFull.signal();
    return item;
  }
}
