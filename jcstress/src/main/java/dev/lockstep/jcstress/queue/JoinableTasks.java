/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.JoinableQueue;
import java.time.Duration;

/** A joinable queue behind the face that its mutants have, too. */
public record JoinableTasks<T>(JoinableQueue<T> queue) implements TaskQueue<T> {

  /** With two places. */
  public JoinableTasks() {
    this(new JoinableQueue<>(2));
  }

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

  @Override
  public boolean join(Duration timeout) throws InterruptedException {
    return queue.join(timeout);
  }
}
