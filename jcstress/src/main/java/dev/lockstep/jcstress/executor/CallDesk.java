/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import java.io.IOException;

/**
 * The dispatcher of a pool with one worker that is no process, behind a face that mutants have,
 * too. A call is known by its id, from 1 on.
 */
public interface CallDesk {

  /** Has a worker, as long as it is not closed. */
  void open() throws IOException;

  /** Whether a call is accepted. */
  boolean submit(int call);

  /** Waits for the answer of a call, which is its id. */
  int get(int call) throws InterruptedException;

  /** Cancels a call and stops it where it runs. */
  void cancel(int call);

  boolean isDone(int call);

  /**
   * Does what the worker does when it has worked on a call.
   *
   * @return whether the pool's own thread has to be woken
   */
  boolean answer(int call);

  /** Does what the pool's own thread does when it is woken. */
  void wake() throws IOException;

  /** Cancels what is left. */
  void dismiss();

  /** The call that the worker had when it was ended; 0 if it was not. */
  int endedWith();

  void close() throws IOException;
}
