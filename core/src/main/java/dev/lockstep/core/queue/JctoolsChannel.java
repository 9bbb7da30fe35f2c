/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.util.Queue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpmcUnboundedXaddArrayQueue;

/**
 * The queues of JCTools for many producers and many consumers, made to wait by a back-off. They use
 * {@code sun.misc.Unsafe}: a JVM warns of it unless it is started with {@code
 * --sun-misc-unsafe-memory-access=allow}.
 */
final class JctoolsChannel<T> extends BackOffChannel<T> {

  /** Items per piece of the unbounded queue; two emptied pieces are kept to be used again. */
  private static final int CHUNK = 128;

  private final Queue<T> queue;
  private final int capacity;

  private JctoolsChannel(Queue<T> queue, int capacity) {
    this.queue = queue;
    this.capacity = capacity;
  }

  /** Rounds up to a power of two, and to 2 at least. */
  static <T> Channel<T> array(int capacity) {
    MpmcArrayQueue<T> queue = new MpmcArrayQueue<>(Math.max(2, capacity));
    return new JctoolsChannel<>(queue, queue.capacity());
  }

  static <T> Channel<T> xadd(int capacity) {
    return new JctoolsChannel<>(new MpmcUnboundedXaddArrayQueue<>(CHUNK), capacity);
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
  public int size() {
    return queue.size();
  }

  @Override
  public int capacity() {
    return capacity;
  }
}
