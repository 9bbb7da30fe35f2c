/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.JoinableQueue;

/** What {@link JoinableQueue} and its broken copies have in common. */
public interface TaskQueue<T> {

  /** The real one behind this face. */
  static <T> TaskQueue<T> of(JoinableQueue<T> queue) {
    return new TaskQueue<>() {

      @Override
      public void put(T item) throws InterruptedException {
        queue.put(item);
      }

      @Override
      public T take() throws InterruptedException {
        return queue.take();
      }

      @Override
      public void taskDone() {
        queue.taskDone();
      }

      @Override
      public void join() throws InterruptedException {
        queue.join();
      }
    };
  }

  void put(T item) throws InterruptedException;

  T take() throws InterruptedException;

  void taskDone();

  void join() throws InterruptedException;
}
