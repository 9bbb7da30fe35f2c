/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;

/**
 * A {@linkplain JoinableQueue joinable queue} that can tell its consumers to stop: {@link #close}
 * appends a sentinel, an object that is no item, and the consumer that meets it ends.
 *
 * <ul>
 *   <li>A sentinel ends <em>one</em> consumer: close it once per consumer. A sentinel for which no
 *       consumer is left stays and is unfinished, so {@link #join} waits for ever; a consumer that
 *       comes later meets it and ends at once.
 *   <li>A sentinel is recognised by identity: no item is mistaken for it, whatever its {@code
 *       equals} says.
 *   <li>A sentinel counts as put and, once met, as done, but not in {@link #size}, and it needs no
 *       room: closing never waits.
 *   <li>After the first close no item is accepted any more: it could lie behind the last sentinel,
 *       where no consumer would ever look. A producer that waits for room meanwhile is refused,
 *       too. What was put before is worked on to the end.
 * </ul>
 *
 * <p>Its consumers wait as those of the queue that it is made of, and its sentinels stand in line
 * there; the arguments for both are told of {@link JoinableQueue}. Its own are those of {@link
 * #forEach}: an item is done after the work, and before the next one is taken [DoneAfterWork]; also
 * if the work was interrupted, and then no other is taken [WorkInterrupted].
 *
 * <p>Source: Effective Python items 39 and 55, where {@code ClosableQueue} is a {@code queue.Queue}
 * with {@code close} and {@code __iter__}; there a sentinel needs room, and items can be put after
 * it.
 */
public final class ClosableQueue<T> implements Channel<T> {

  /** What to do with an item. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    void accept(T item) throws E;
  }

  private static final Object SENTINEL = new Object();

  private final JoinableQueue<Object> queue;

  /** An empty queue without a bound. */
  public ClosableQueue() {
    this(UNBOUNDED);
  }

  /**
   * An empty queue.
   *
   * @param capacity how many items it holds, at least 1
   */
  public ClosableQueue(int capacity) {
    queue = new JoinableQueue<>(capacity);
  }

  /** Appends a sentinel, which ends one consumer after all items. Never waits. */
  public void close() {
    queue.close(SENTINEL);
  }

  /**
   * Does this work with one item after another, waiting for them, until it meets a sentinel. Every
   * item counts as done when its work has ended, also if it threw; so does the sentinel.
   *
   * @throws E what the work throws, at once; the sentinel that was meant for this consumer is then
   *     still to come
   * @throws InterruptedException if this thread is interrupted before or while it waits for an
   *     item; none is then lost
   */
  public <E extends Exception> void forEach(Work<? super T, E> work)
      throws InterruptedException, E {
    Object item = queue.take();
    while (!isSentinel(item)) {
      try {
        work.accept(itemOf(item));
      } catch (Throwable t) {
        queue.taskDone();
        throw t;
      }
      item = queue.taskDoneAndTake();
    }
    queue.taskDone();
  }

  /**
   * Tells this queue that one item from {@link #take} or {@link #poll()} is done; {@link #forEach}
   * does so by itself.
   *
   * @throws IllegalStateException if more is done than was put
   */
  public void taskDone() {
    queue.taskDone();
  }

  /**
   * Waits until every item and every sentinel is done.
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

  /** The number of items and sentinels that are not done: in the queue or in work. */
  public int unfinished() {
    return queue.unfinished();
  }

  /**
   * {@inheritDoc}
   *
   * @throws QueueClosedException if it is closed, now or while this waits for room; the item is
   *     then not in the queue
   */
  @Override
  public void put(T item) throws InterruptedException {
    queue.put(item);
  }

  /**
   * {@inheritDoc}
   *
   * @throws QueueClosedException if it meets a sentinel, which is then gone and done: this consumer
   *     has to end
   */
  @Override
  public T take() throws InterruptedException {
    return checked(queue.take());
  }

  /**
   * {@inheritDoc}
   *
   * @throws QueueClosedException as {@link #put}
   */
  @Override
  public boolean offer(T item) {
    return queue.offer(item);
  }

  /**
   * {@inheritDoc}
   *
   * @throws QueueClosedException as {@link #take}
   */
  @Override
  public T poll() {
    return checked(queue.poll());
  }

  /**
   * {@inheritDoc}
   *
   * @throws QueueClosedException as {@link #put}
   */
  @Override
  public boolean offer(T item, Duration timeout) throws InterruptedException {
    return queue.offer(item, timeout);
  }

  /**
   * {@inheritDoc}
   *
   * @throws QueueClosedException as {@link #take}
   */
  @Override
  public T poll(Duration timeout) throws InterruptedException {
    return checked(queue.poll(timeout));
  }

  @Override
  public int size() {
    return queue.size();
  }

  @Override
  public int capacity() {
    return queue.capacity();
  }

  private T checked(Object item) {
    if (isSentinel(item)) {
      queue.taskDone();
      throw new QueueClosedException("a sentinel ended this consumer");
    }
    return itemOf(item);
  }

  @SuppressWarnings("ReferenceEquality") // an item may claim to equal anything
  private static boolean isSentinel(Object item) {
    return item == SENTINEL;
  }

  @SuppressWarnings("unchecked") // only items get in
  private T itemOf(Object item) {
    return (T) item;
  }
}
