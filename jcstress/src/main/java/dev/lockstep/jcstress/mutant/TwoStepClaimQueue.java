/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Bug: claims the item to take in two steps. */
@MutantOf(value = "queue:MPMC_ARRAY", bug = "claims the item to take in two steps")
public final class TwoStepClaimQueue<T> extends BreakableBuffer<T> {

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
    if (place >= tail.get()) {
      return null;
    }
    T item = places.get(place);
    while (item == null) {
      Thread.onSpinWait();
      item = places.get(place);
    }
    head.set(place + 1);
    return item;
  }

  @Override
  public int size() {
    return tail.get() - head.get();
  }
}
