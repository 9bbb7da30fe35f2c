/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: finds the place for an item before it has the lock, and not again. */
@MutantOf(
    value = "queue:CONDITION",
    bug = "finds the place for an item before it has the lock, and not again")
public final class SamePlaceQueue<T> extends BreakableBuffer<T> {

  private final Object[] places = new Object[3];
  private int head;
  private volatile int tail;

  @Override
  public boolean offer(T item) {
    int place = tail;
    lock.lock();
    try {
      places[place] = item;
      tail = place + 1;
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T poll() {
    lock.lock();
    try {
      if (head >= tail) {
        return null;
      }
      @SuppressWarnings("unchecked") // only offer writes there
      T item = (T) places[head];
      head++;
      return item;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int size() {
    lock.lock();
    try {
      return tail - head;
    } finally {
      lock.unlock();
    }
  }
}
