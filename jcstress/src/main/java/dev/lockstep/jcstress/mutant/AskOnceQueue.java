/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: does not ask again when it wakes up. */
@MutantOf(value = "queue:CONDITION", bug = "does not ask again when it wakes up")
public final class AskOnceQueue<T> extends BreakableBuffer<T> {

  @Override
  @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
  public T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (items.isEmpty()) {
        notEmpty.await();
      }
      return items.isEmpty() ? null : remove();
    } finally {
      lock.unlock();
    }
  }
}
