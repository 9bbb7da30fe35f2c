/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: has one condition for both sides and wakes one thread. */
@MutantOf(value = "queue:CONDITION", bug = "has one condition for both sides and wakes one thread")
public final class OneConditionQueue<T> extends BreakableBuffer<T> {

  @Override
  public T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (items.isEmpty()) {
        notFull.await();
      }
      return remove();
    } finally {
      lock.unlock();
    }
  }

  @Override
  void add(T item) {
    items.addLast(item);
    notFull.signal();
  }
}
