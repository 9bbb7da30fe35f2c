/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;

/**
 * A queue between threads: any number of them put, any number take, and every item is taken once,
 * by one thread. Items of one producer that one consumer takes come in the order in which they were
 * put. Null is no item.
 *
 * <p>What a thread did before it put an item happens-before what another does after it took that
 * item ({@code java.util.concurrent}, "Memory Consistency Properties").
 */
public interface Channel<T> {

  /** The capacity of a channel that is never full. */
  int UNBOUNDED = Integer.MAX_VALUE;

  /**
   * Appends an item; waits while the channel is full.
   *
   * @throws InterruptedException if this thread is interrupted while it waits; most kinds look
   *     before, too. The item is then not in the channel
   * @throws NullPointerException if the item is null
   */
  void put(T item) throws InterruptedException;

  /**
   * Removes the oldest item; waits while there is none.
   *
   * @throws InterruptedException if this thread is interrupted while it waits; most kinds look
   *     before, too. No item is then lost
   */
  T take() throws InterruptedException;

  /**
   * Appends an item if there is room for it now.
   *
   * @return whether it was appended
   * @throws NullPointerException if the item is null
   */
  boolean offer(T item);

  /** Removes the oldest item; null if there is none now. */
  T poll();

  /**
   * Appends an item, waiting no longer than {@code timeout} for room; zero or less does not wait.
   *
   * @return whether it was appended
   * @throws InterruptedException as {@link #put}
   * @throws NullPointerException if the item is null
   */
  boolean offer(T item, Duration timeout) throws InterruptedException;

  /**
   * Removes the oldest item, waiting no longer than {@code timeout} for one; zero or less does not
   * wait.
   *
   * @return null if there was none in time
   * @throws InterruptedException as {@link #take}
   */
  T poll(Duration timeout) throws InterruptedException;

  /** The number of items in the channel at some moment of this call. It may have changed since. */
  int size();

  /**
   * The number of items that the channel can hold; {@link #UNBOUNDED}, or zero if it only hands
   * over from thread to thread.
   */
  int capacity();
}
