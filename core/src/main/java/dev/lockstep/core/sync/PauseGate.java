/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.time.Duration;

/**
 * A gate where threads can be held up. A thread that comes to it waits as long as the gate is
 * paused, and otherwise passes without waiting. The gate starts open. This is what {@code
 * Thread.suspend} and {@code resume} were for, with the consent of the threads: a worker passes the
 * gate where it holds no lock and has nothing half done.
 *
 * <p>{@link #pause} does not wait for any thread: a worker works on until it comes to the gate.
 * {@link #resume} releases every thread that waits, even if the gate is paused again before that
 * thread runs.
 *
 * <p>What a thread did before {@link #resume} happens-before what another does after it passed the
 * gate because of it.
 *
 * <p>It waits as its {@link Event} does, and the same stress tests ask both.
 */
public final class PauseGate {

  private final Event open = new Event();

  /** An open gate. */
  public PauseGate() {
    boolean _ = open.set();
  }

  /**
   * Pauses the gate: no thread passes from now on.
   *
   * @return whether the gate was open before
   */
  public boolean pause() {
    return open.clear();
  }

  /**
   * Opens the gate and releases all waiting threads.
   *
   * @return whether it was paused before
   */
  public boolean resume() {
    return open.set();
  }

  /** Whether the gate is paused. */
  public boolean isPaused() {
    return !open.isSet();
  }

  /**
   * Passes the gate; waits as long as it is paused.
   *
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  public void pass() throws InterruptedException {
    open.await();
  }

  /**
   * Passes the gate, but waits no longer than {@code timeout}, and not at all if that is zero or
   * less.
   *
   * @return whether it was passed
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  public boolean pass(Duration timeout) throws InterruptedException {
    return open.await(timeout);
  }
}
