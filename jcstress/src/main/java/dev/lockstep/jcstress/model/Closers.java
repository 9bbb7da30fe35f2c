/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.queue.EndingQueue;

/** A thread that puts two items and closes the queue, and one that works until the end. */
public final class Closers {

  @SuppressWarnings("unchecked") // a new queue takes what is put into it
  private final EndingQueue<Integer> queue = Subject.make(EndingQueue.class);

  private int worked;

  public void putAndClose() throws InterruptedException {
    queue.put(1);
    queue.put(2);
    queue.close();
  }

  public int work() throws InterruptedException {
    queue.forEach(_ -> worked++);
    return worked;
  }

  public void put() throws InterruptedException {
    queue.put(1);
  }

  /** What was worked on when the wait ended; only then is the queue closed. */
  public int joinAndClose() throws InterruptedException {
    queue.join();
    int seen = worked;
    queue.close();
    return seen;
  }
}
