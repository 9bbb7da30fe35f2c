/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.jcstress.queue.EndingQueue;
import java.util.function.Consumer;

/** A {@link ClosableQueue} with the interface that its mutants have, too. */
final class ClosableTasks implements EndingQueue<Integer> {

  private final ClosableQueue<Integer> queue = new ClosableQueue<>();

  @Override
  public void put(Integer item) throws InterruptedException {
    queue.put(item);
  }

  @Override
  public void close() {
    queue.close();
  }

  @Override
  public void forEach(Consumer<? super Integer> work) throws InterruptedException {
    queue.forEach(work::accept);
  }

  @Override
  public void join() throws InterruptedException {
    queue.join();
  }
}
