/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.jcstress.queue.TaskQueue;

/** A {@link JoinableQueue} with the interface that its mutants have, too. */
final class JoinableTasks implements TaskQueue<Integer> {

  private final JoinableQueue<Integer> queue = new JoinableQueue<>();

  @Override
  public void put(Integer item) throws InterruptedException {
    queue.put(item);
  }

  @Override
  public Integer take() throws InterruptedException {
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
}
