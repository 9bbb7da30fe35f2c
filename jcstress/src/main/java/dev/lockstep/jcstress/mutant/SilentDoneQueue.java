/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: wakes nobody when all is done. */
@MutantOf(value = "queue:JOINABLE", bug = "wakes nobody when all is done")
public final class SilentDoneQueue<T> extends BreakableTaskQueue<T> {

  @Override
  void finish() {
    // nobody is told
  }
}
