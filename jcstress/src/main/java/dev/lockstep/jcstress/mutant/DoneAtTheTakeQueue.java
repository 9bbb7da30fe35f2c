/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.function.Consumer;

/** Bug: an item counts as done before it is worked on. */
@MutantOf(value = "queue:CLOSABLE", bug = "an item counts as done before it is worked on")
public final class DoneAtTheTakeQueue<T> extends BreakableTaskQueue<T> implements EndingQueue<T> {

  private boolean closed;

  /** The last item is the end; who waits for it is woken. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void forEach(Consumer<? super T> work) throws InterruptedException {
    T item = next();
    while (item != null) {
      taskDone();
      work.accept(item);
      item = next();
    }
  }

  private T next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (items.isEmpty() && !closed) {
        notEmpty.await();
      }
      return items.isEmpty() ? null : remove();
    } finally {
      lock.unlock();
    }
  }
}
