/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.ClosableQueue;
import java.util.function.Consumer;

/** A closable queue behind the face that its mutants have, too. */
public record ClosableTasks<T>(ClosableQueue<T> queue) implements EndingQueue<T> {

  /** With two places. */
  public ClosableTasks() {
    this(new ClosableQueue<>(2));
  }

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
}
