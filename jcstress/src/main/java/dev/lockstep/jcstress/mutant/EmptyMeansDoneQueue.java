/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: takes an empty queue for one whose work is done. */
@MutantOf(value = "queue:JOINABLE", bug = "takes an empty queue for one whose work is done")
public final class EmptyMeansDoneQueue<T> extends BreakableTaskQueue<T> {

  @Override
  boolean isBusy() {
    return !items.isEmpty();
  }
}
