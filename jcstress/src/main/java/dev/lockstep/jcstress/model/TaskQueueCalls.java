/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.queue.TaskQueue;
import dev.lockstep.jcstress.watch.VainWakeUp;

/** What threads call that finish the items of a queue, or wait until all are finished. */
public final class TaskQueueCalls {

  @SuppressWarnings("unchecked") // a new queue takes what is put into it
  private final TaskQueue<Integer> queue = ObjectUnderTest.create(TaskQueue.class);

  private boolean worked;
  private int done;

  public void put() throws InterruptedException {
    queue.put(1);
  }

  /** Takes the only item. */
  public void work() throws InterruptedException {
    Integer _ = queue.take();
    worked = true;
    queue.taskDone();
  }

  /** Waits, and returns whether it sees the work then. */
  public boolean join() throws InterruptedException {
    queue.join();
    return worked;
  }

  public void putTwo() throws InterruptedException {
    queue.put(1);
    queue.put(2);
  }

  /** Takes an item and counts it. */
  public void workOnOne() throws InterruptedException {
    Integer _ = queue.take();
    done++;
    queue.taskDone();
  }

  /** Takes an item, puts another one that follows from it, and works on both. */
  public void workOnTwo() throws InterruptedException {
    Integer first = queue.take();
    queue.put(first + 1);
    queue.taskDone();
    workOnOne();
  }

  /** Waits, and returns how many were done then. */
  public int joinAll() throws InterruptedException {
    queue.join();
    return done;
  }

  /** Wakes those that wait for the queue for no reason. */
  public void wakeInVain() {
    VainWakeUp.send(queue);
  }

  /** Says that an item is finished, and returns whether the queue accepted that. */
  public boolean done() {
    try {
      queue.taskDone();
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }
}
