/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The condition buffer with its steps open, so that a mutant is the step that it breaks and nothing
 * else. It holds two items if nobody says otherwise; waiting for a time is left to the mutant that
 * breaks it.
 */
abstract class BreakableBuffer<T> implements Channel<T> {

  final ReentrantLock lock = new ReentrantLock();
  final Condition notEmpty = lock.newCondition();
  final Condition notFull = lock.newCondition();
  final ArrayDeque<T> items = new ArrayDeque<>();
  private int capacity = 2;

  /** The same buffer, new and with this capacity. */
  final BreakableBuffer<T> holding(int items) {
    capacity = items;
    return this;
  }

  @Override
  public void put(T item) throws InterruptedException {
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
    throw new UnsupportedOperationException();
  }

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    return poll();
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

  /** Called with the lock held, as all that follow. */
  boolean isFull() {
    return items.size() >= capacity;
  }

  void add(T item) {
    items.addLast(item);
    notEmpty.signal();
  }

  T remove() {
    T item = items.removeFirst();
    notFull.signal();
    return item;
  }
}
