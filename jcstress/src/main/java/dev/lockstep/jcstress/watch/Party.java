/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.util.concurrent.atomic.AtomicReference;

/** One thread in one operation of a sample. */
final class Party {

  private enum State {
    RUNNING,
    ENDED,
    RESCUED
  }

  private final Watch watch;
  private final Thread thread;
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private volatile boolean interruptIsSent;

  Party(Watch watch, Thread thread) {
    this.watch = watch;
    this.thread = thread;
  }

  Watch watch() {
    return watch;
  }

  boolean isParked() {
    return thread.getState() == Thread.State.WAITING;
  }

  boolean isParkedForATime() {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  boolean hasEnded() {
    return state.get() == State.ENDED;
  }

  boolean isRescued() {
    return state.get() == State.RESCUED;
  }

  /**
   * Called by the watchdog, before {@link #interrupt}; a thread that has ended in the meantime is
   * left alone.
   *
   * @return whether it has not
   */
  boolean rescue() {
    return state.compareAndSet(State.RUNNING, State.RESCUED);
  }

  void interrupt() {
    thread.interrupt();
    interruptIsSent = true;
  }

  /**
   * Called by the thread itself. An interrupt that is on its way is waited for: it belongs to this
   * operation and must not meet the next one.
   */
  void end() {
    if (state.compareAndSet(State.RUNNING, State.ENDED)) {
      return;
    }
    while (!interruptIsSent) {
      Thread.onSpinWait();
    }
    boolean _ = Thread.interrupted();
  }
}
