/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import java.time.Duration;

/**
 * A queue that is asked for items with time wherever there must be one: its own {@code poll()} may
 * overlook it, see {@link UnsafeQueues.OverlookedItem}. The time is much longer than any pause of a
 * thread, so that it is never needed.
 */
record Patient<T>(Channel<T> queue) implements Channel<T> {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Override
  public T poll() {
    return QueueCalls.resultOf(() -> queue.poll(LONG));
  }

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    return queue.poll(timeout);
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
  public boolean offer(T item, Duration timeout) throws InterruptedException {
    return queue.offer(item, timeout);
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
