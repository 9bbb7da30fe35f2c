/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** One of the platform's own queues. Every call is one call of it. */
final class BlockingChannel<T> implements Channel<T> {

  private final BlockingQueue<T> queue;
  private final int capacity;

  private BlockingChannel(BlockingQueue<T> queue, int capacity) {
    this.queue = queue;
    this.capacity = capacity;
  }

  static <T> Channel<T> array(int capacity) {
    return new BlockingChannel<>(new ArrayBlockingQueue<>(capacity), capacity);
  }

  static <T> Channel<T> linked(int capacity) {
    return new BlockingChannel<>(new LinkedBlockingQueue<>(capacity), capacity);
  }

  /** Never full, so a put never waits, and never looks whether its thread is interrupted. */
  static <T> Channel<T> transfer(int capacity) {
    return new BlockingChannel<>(new LinkedTransferQueue<>(), capacity);
  }

  static <T> Channel<T> synchronous(int capacity) {
    return new BlockingChannel<>(new SynchronousQueue<>(), capacity);
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
    return queue.offer(item, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
  }

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    return queue.poll(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
  }

  @Override
  public int size() {
    return queue.size();
  }

  @Override
  public int capacity() {
    return capacity;
  }
}
