/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: holds one item more than it says. */
@MutantOf(value = "queue:CONDITION", bug = "holds one item more than it says")
public final class OnePlaceMoreQueue<T> extends BreakableBuffer<T> {

  @Override
  boolean isFull() {
    return items.size() > capacity();
  }
}
