/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.function.Consumer;

/** Bug: a flag says that the queue is closed, and overtakes what is in it. */
@MutantOf(
    value = "queue:CLOSABLE",
    bug = "a flag says that it is closed, and overtakes what is in it")
public final class ClosedFlagQueue<T> extends BreakableTaskQueue<T> implements EndingQueue<T> {

  private volatile boolean closed;

  @Override
  public void close() {
    closed = true;
  }

  /** Spins: nobody is woken here. */
  @Override
  public void forEach(Consumer<? super T> work) {
    while (!closed) {
      T item = poll();
      if (item != null) {
        work.accept(item);
        taskDone();
      }
    }
  }
}
