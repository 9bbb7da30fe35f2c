/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: gives the newest item first. */
@MutantOf(value = "queue:CONDITION", bug = "gives the newest item first")
public final class NewestFirstQueue<T> extends BreakableBuffer<T> {

  @Override
  T remove() {
    T item = items.removeLast();
    notFull.signal();
    return item;
  }
}
