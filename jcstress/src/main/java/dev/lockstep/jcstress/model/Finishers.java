/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.queue.TaskQueue;

/** Threads that finish the items of a queue, and threads that wait until all are finished. */
public final class Finishers {

  @SuppressWarnings("unchecked") // a new queue takes what is put into it
  private final TaskQueue<Integer> queue = Subject.make(TaskQueue.class);

  private boolean worked;

  public void put() throws InterruptedException {
    queue.put(1);
  }

  /** Takes the only item. */
  public void work() throws InterruptedException {
    Integer _ = queue.take();
    worked = true;
    queue.taskDone();
  }

  /** Whether the work was seen after the wait. */
  public boolean join() throws InterruptedException {
    queue.join();
    return worked;
  }

  /** Whether it was accepted. */
  public boolean done() {
    try {
      queue.taskDone();
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }
}
