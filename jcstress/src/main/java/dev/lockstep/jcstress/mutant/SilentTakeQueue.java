/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: wakes nobody when it has made room. */
@MutantOf(value = "queue:CONDITION", bug = "wakes nobody when it has made room")
public final class SilentTakeQueue<T> extends BreakableBuffer<T> {

  @Override
  T remove() {
    return items.removeFirst();
  }
}
