/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: signals the condition of the other side. */
@MutantOf(value = "queue:CONDITION", bug = "signals the condition of the other side")
public final class WrongConditionQueue<T> extends BreakableBuffer<T> {

  @Override
  void add(T item) {
    items.addLast(item);
    notFull.signal();
  }
}
