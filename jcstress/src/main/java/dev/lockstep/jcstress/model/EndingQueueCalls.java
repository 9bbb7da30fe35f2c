/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.queue.EndingQueue;

/** What threads call that put items, close a queue, or work on its items until the end. */
public final class EndingQueueCalls {

  @SuppressWarnings("unchecked") // a new queue takes what is put into it
  private final EndingQueue<Integer> queue = ObjectUnderTest.create(EndingQueue.class);

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

  /** Works until the end; the first item interrupts this thread, the second one fails. */
  public void workCutShort() throws InterruptedException {
    try {
      queue.forEach(
          _ -> {
            worked++;
            Thread.currentThread().interrupt();
          });
      throw new IllegalStateException("the interrupt was not heard");
    } catch (InterruptedException heard) {
      // as it must be
    }
    try {
      queue.forEach(
          _ -> {
            worked++;
            throw new IllegalArgumentException("as planned");
          });
      throw new IllegalStateException("the failure was not told");
    } catch (IllegalArgumentException told) {
      // as it must be
    }
    queue.forEach(_ -> worked++);
  }

  public void put() throws InterruptedException {
    queue.put(1);
  }

  public void fill() throws InterruptedException {
    queue.put(1);
    queue.put(2);
  }

  /** How many were worked on. */
  public int worked() {
    return worked;
  }

  public void closeTwice() {
    queue.close();
    queue.close();
  }

  public void close() {
    queue.close();
  }

  /** Puts an item, and returns how many were accepted. */
  public int putOne() throws InterruptedException {
    try {
      queue.put(1);
      return 1;
    } catch (IllegalStateException refused) {
      return 0;
    }
  }

  /** Puts three items, or as many as are accepted. */
  public int putThree() throws InterruptedException {
    int accepted = 0;
    while (accepted < 3 && putOne() == 1) {
      accepted++;
    }
    return accepted;
  }

  /** Closes the queue and waits until all is done, the sentinel, too. */
  public void closeAndJoin() throws InterruptedException {
    queue.close();
    queue.join();
  }

  /**
   * Closes the queue after the wait.
   *
   * @return how many items had been worked on when the wait ended
   */
  public int joinAndClose() throws InterruptedException {
    queue.join();
    int seen = worked;
    queue.close();
    return seen;
  }
}
