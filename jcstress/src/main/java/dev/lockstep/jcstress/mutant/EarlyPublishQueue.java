/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Bug: publishes a place before it is filled. */
@MutantOf(value = "queue:DISRUPTOR", bug = "publishes a place before it is filled")
public final class EarlyPublishQueue<T> extends BreakableBuffer<T> {

  private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(2);
  private final AtomicInteger head = new AtomicInteger();
  private final AtomicInteger tail = new AtomicInteger();

  @Override
  public boolean offer(T item) {
    int place = tail.getAndIncrement();
    places.set(place, item);
    return true;
  }

  @Override
  public T poll() {
    int place = head.get();
    while (place < tail.get()) {
      if (head.compareAndSet(place, place + 1)) {
        return places.get(place);
      }
      place = head.get();
    }
    return null;
  }

  @Override
  public int size() {
    return tail.get() - head.get();
  }
}
