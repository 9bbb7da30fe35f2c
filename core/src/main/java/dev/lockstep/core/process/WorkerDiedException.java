/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/**
 * A worker process ended while it ran a task. The task may have had effects; it is not run again.
 */
public final class WorkerDiedException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int SIGNALS = 128;
  private static final int LAST_SIGNAL = 64;

  private final long pid;
  private final int status;

  WorkerDiedException(long pid, int status, String why) {
    super("worker process %d ended %s: %s".formatted(pid, why, said(status)));
    this.pid = pid;
    this.status = status;
  }

  /**
   * Java reports the end by a signal as 128 and the signal's number, and so does a process that
   * exits with that status by itself: from outside they cannot be told apart.
   */
  private static String said(int status) {
    return status > SIGNALS && status <= SIGNALS + LAST_SIGNAL
        ? "exit status %d, as after signal %d".formatted(status, status - SIGNALS)
        : "exit status " + status;
  }

  /** The process that ended. */
  public long pid() {
    return pid;
  }

  /** Its exit status as {@link Process#exitValue} reports it: 137 after {@code kill -9}. */
  public int status() {
    return status;
  }
}
