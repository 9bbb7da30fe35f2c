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
 * producers for "not full". Both look again in a loop after they were woken, because a condition
 * may return for no reason and another thread may have come first.
 *
 * <p>With two conditions one {@code signal} per item is enough: whoever waits for "not empty" can
 * use any item. With one condition for both, a signal could reach a producer that cannot go on, and
 * be lost.
 *
 * <p>Every call is O(1).
 *
 * <p>Source: API of {@link Condition}. Python: {@code threading.Condition}, two of them over one
 * lock.
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
      while (items.size() == capacity) {
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
      if (items.size() == capacity) {
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
      while (items.size() == capacity) {
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

  private void add(T item) {
    items.addLast(item);
    notEmpty.signal();
  }

  private T remove() {
    T item = items.removeFirst();
    notFull.signal();
    return item;
  }
}
