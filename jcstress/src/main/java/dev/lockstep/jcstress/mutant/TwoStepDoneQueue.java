/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: reads the count and writes it back in two steps. */
@MutantOf(value = "queue:JOINABLE", bug = "reads the count and writes it back in two steps")
public final class TwoStepDoneQueue<T> extends BreakableTaskQueue<T> {

  @Override
  public void taskDone() {
    int left = unfinished() - 1;
    lock.lock();
    try {
      unfinished = left;
      finish();
    } finally {
      lock.unlock();
    }
  }
}
