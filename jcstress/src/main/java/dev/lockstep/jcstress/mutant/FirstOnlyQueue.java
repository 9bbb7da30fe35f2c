/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: wakes a consumer only for the first of several items. */
@MutantOf(value = "queue:CONDITION", bug = "wakes a consumer only for the first of several items")
public final class FirstOnlyQueue<T> extends BreakableBuffer<T> {

  @Override
  void add(T item) {
    items.addLast(item);
    if (items.size() == 1) {
      notEmpty.signal();
    }
  }
}
