/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.ClosableQueue;
import java.util.function.Consumer;

/** What {@link ClosableQueue} and its broken copies have in common. */
public interface EndingQueue<T> {

  /** The real one behind this face. */
  static <T> EndingQueue<T> of(ClosableQueue<T> queue) {
    return new EndingQueue<>() {

      @Override
      public void put(T item) throws InterruptedException {
        queue.put(item);
      }

      @Override
      public void close() {
        queue.close();
      }

      @Override
      public void forEach(Consumer<? super T> work) throws InterruptedException {
        queue.forEach(work::accept);
      }

      @Override
      public void join() throws InterruptedException {
        queue.join();
      }
    };
  }

  void put(T item) throws InterruptedException;

  void close();

  void forEach(Consumer<? super T> work) throws InterruptedException;

  void join() throws InterruptedException;
}
