/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: wakes nobody when it has put an item. */
@MutantOf(value = "queue:CONDITION", bug = "wakes nobody when it has put an item")
public final class SilentPutQueue<T> extends BreakableBuffer<T> {

  @Override
  void add(T item) {
    items.addLast(item);
  }
}
