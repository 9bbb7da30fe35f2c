/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: looks whether there is room before it has the lock, and not again. */
@MutantOf(
    value = "queue:CONDITION",
    bug = "looks whether there is room before it has the lock, and not again")
public final class LookThenOfferQueue<T> extends BreakableBuffer<T> {

  @Override
  public boolean offer(T item) {
    if (size() >= capacity()) {
      return false;
    }
    lock.lock();
    try {
      add(item);
      return true;
    } finally {
      lock.unlock();
    }
  }
}
