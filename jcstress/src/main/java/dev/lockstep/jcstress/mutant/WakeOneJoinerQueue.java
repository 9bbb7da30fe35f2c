/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: wakes one of those who join. */
@MutantOf(value = "queue:JOINABLE", bug = "wakes one of those who join")
public final class WakeOneJoinerQueue<T> extends BreakableTaskQueue<T> {

  @Override
  void finish() {
    if (unfinished == 0) {
      finished.signal();
    }
  }
}
