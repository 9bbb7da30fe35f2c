/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.future.Promise;
import java.util.concurrent.CancellationException;

/** Bug: looks whether it is open and then sets its state, in two steps. */
@MutantOf(
    value = "future:COMPLETABLE_FUTURE",
    bug = "looks whether it is open and then sets its state, in two steps")
public final class CheckThenActPromise implements Promise {

  private enum State {
    OPEN,
    COMPLETED,
    CANCELLED
  }

  private volatile State state = State.OPEN;
  private volatile int value;

  @Override
  public boolean complete(int value) {
    if (state != State.OPEN) {
      return false;
    }
    this.value = value;
    state = State.COMPLETED;
    return true;
  }

  @Override
  public boolean cancel() {
    if (state != State.OPEN) {
      return false;
    }
    state = State.CANCELLED;
    return true;
  }

  /** Spins: nobody is woken here. */
  @Override
  public int get() {
    while (state == State.OPEN) {
      Thread.onSpinWait();
    }
    if (state == State.CANCELLED) {
      throw new CancellationException();
    }
    return value;
  }
}
