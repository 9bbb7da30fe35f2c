/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;

/**
 * A queue that knows which of its items are still in work. Every item is unfinished from its {@link
 * #put} until somebody has called {@link #taskDone} for it, after it was taken and worked on.
 *
 * <p>What a thread did before {@link #taskDone} happens-before what another does after the {@link
 * #join} that this call, or a later one, released.
 *
 * <p>Room is made by {@link #take} alone; {@link #taskDone} has nothing to do with it.
 *
 * <p>Every call is O(1), an interrupt or a timeout O(waiting threads). The platform has no such
 * queue. Python: {@code queue.Queue} with {@code task_done} and {@code join}.
 */
public final class JoinableQueue<T> implements Channel<T> {

  private final TwoLockQueue<T> queue;

  /** An empty queue without a bound. */
  public JoinableQueue() {
    this(UNBOUNDED);
  }

  /**
   * An empty queue.
   *
   * @param capacity how many items it holds, at least 1
   */
  public JoinableQueue(int capacity) {
    queue = new TwoLockQueue<>(capacity);
  }

  /**
   * One item is worked on to the end.
   *
   * @throws IllegalStateException if this was called more often than items were put
   */
  public void taskDone() {
    queue.taskDone();
  }

  /**
   * Waits until every item that was put is done. There was such a moment; more may have been put
   * since.
   *
   * @throws InterruptedException if this thread is interrupted before or while it waits
   */
  public void join() throws InterruptedException {
    queue.join();
  }

  /**
   * As {@link #join()}, but no longer than {@code timeout}; zero or less does not wait.
   *
   * @return whether all was done in time
   * @throws InterruptedException if this thread is interrupted before or while it waits
   */
  public boolean join(Duration timeout) throws InterruptedException {
    return queue.join(timeout);
  }

  /** How many items were put and are not done: in the queue or in work. */
  public int unfinished() {
    return queue.unfinished();
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
  public boolean offer(T item) {
    return queue.offer(item);
  }

  @Override
  public T poll() {
    return queue.poll();
  }

  @Override
  public boolean offer(T item, Duration timeout) throws InterruptedException {
    return queue.offer(item, timeout);
  }

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    return queue.poll(timeout);
  }

  @Override
  public int size() {
    return queue.size();
  }

  @Override
  public int capacity() {
    return queue.capacity();
  }
}
