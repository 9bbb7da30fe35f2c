/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import java.util.concurrent.locks.Condition;

/** The joinable queue with its steps open, as {@link BreakableBuffer} is the condition buffer. */
abstract class BreakableTaskQueue<T> extends BreakableBuffer<T> implements TaskQueue<T> {

  final Condition finished = lock.newCondition();
  int unfinished;

  @Override
  void add(T item) {
    unfinished++;
    super.add(item);
  }

  @Override
  public void taskDone() {
    lock.lock();
    try {
      if (unfinished == 0) {
        throw new IllegalStateException("taskDone was called more often than put");
      }
      unfinished--;
      finish();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void join() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (isBusy()) {
        finished.await();
      }
    } finally {
      lock.unlock();
    }
  }

  public int unfinished() {
    lock.lock();
    try {
      return unfinished;
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held, as the next. */
  boolean isBusy() {
    return unfinished > 0;
  }

  void finish() {
    if (unfinished == 0) {
      finished.signalAll();
    }
  }
}
