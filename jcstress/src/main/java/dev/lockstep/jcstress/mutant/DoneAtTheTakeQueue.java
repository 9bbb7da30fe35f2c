/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.function.Consumer;

/** Bug: an item counts as done before it is worked on. */
@MutantOf(value = "queue:CLOSABLE", bug = "an item counts as done before it is worked on")
public final class DoneAtTheTakeQueue<T> extends BreakableTaskQueue<T> {

  /** Ends when nothing is left: the sentinel has no part in this. */
  public void forEach(Consumer<? super T> work) {
    T item = poll();
    while (item != null) {
      taskDone();
      work.accept(item);
      item = poll();
    }
  }
}
