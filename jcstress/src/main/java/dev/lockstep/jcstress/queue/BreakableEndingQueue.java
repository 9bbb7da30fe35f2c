/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import java.util.function.Consumer;

/** The closable queue with its steps open: sentinels are counted, and come after all items. */
abstract class BreakableEndingQueue<T> extends BreakableTaskQueue<T> implements EndingQueue<T> {

  private int sentinels;
  private boolean closed;

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      addSentinel();
      tellConsumers();
      tellProducers();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void forEach(Consumer<? super T> work) throws InterruptedException {
    T item = next();
    while (item != null) {
      workOn(item, work);
      item = next();
    }
    taskDone();
  }

  /** The next item; null for a sentinel. */
  private T next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (items.isEmpty() && sentinels == 0) {
        notEmpty.await();
      }
      if (!items.isEmpty()) {
        return remove();
      }
      sentinels--;
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Called without the lock. */
  void workOn(T item, Consumer<? super T> work) {
    work.accept(item);
    taskDone();
  }

  /** Called with the lock held, as all that follow. */
  @Override
  boolean isFull() {
    if (closed) {
      throw new IllegalStateException("no item can be put behind a sentinel");
    }
    return super.isFull();
  }

  void addSentinel() {
    sentinels++;
    unfinished++;
  }

  void tellConsumers() {
    notEmpty.signal();
  }

  void tellProducers() {
    notFull.signalAll();
  }
}
