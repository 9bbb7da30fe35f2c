/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: looks whether anything is unfinished before it has the lock, and not again. */
@MutantOf(
    value = "queue:JOINABLE",
    bug = "looks whether anything is unfinished before it has the lock, and not again")
public final class CheckThenDoneQueue<T> extends BreakableTaskQueue<T> {

  @Override
  public void taskDone() {
    if (unfinished() == 0) {
      throw new IllegalStateException("taskDone was called more often than put");
    }
    lock.lock();
    try {
      unfinished--;
      finish();
    } finally {
      lock.unlock();
    }
  }
}
