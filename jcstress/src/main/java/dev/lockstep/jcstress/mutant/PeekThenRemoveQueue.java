/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: looks at the first item and removes it under the lock, but not at one go. */
@MutantOf(
    value = "queue:POLLING",
    bug = "looks at the first item and removes it under the lock, but not at one go")
public final class PeekThenRemoveQueue<T> extends BreakableBuffer<T> {

  @Override
  public T poll() {
    T first = peek();
    if (first != null) {
      removeFirst();
    }
    return first;
  }

  private T peek() {
    lock.lock();
    try {
      return items.peekFirst();
    } finally {
      lock.unlock();
    }
  }

  private void removeFirst() {
    lock.lock();
    try {
      items.pollFirst();
    } finally {
      lock.unlock();
    }
  }
}
