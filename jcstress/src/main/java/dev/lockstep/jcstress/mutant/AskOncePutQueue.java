/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: does not ask again for room when it wakes up. */
@MutantOf(value = "queue:CONDITION", bug = "does not ask again for room when it wakes up")
public final class AskOncePutQueue<T> extends BreakableBuffer<T> {

  @Override
  @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
  public void put(T item) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (isFull()) {
        notFull.await();
      }
      add(item);
    } finally {
      lock.unlock();
    }
  }
}
