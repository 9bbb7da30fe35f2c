/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/**
 * What a task threw in a worker, told in words: its class, its message and its stack trace there.
 * It stands for an exception that is not of the platform, and is the cause of one that is.
 */
public final class RemoteTaskException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String type;
  private final String stack;

  RemoteTaskException(String type, String message, String stack) {
    super(message == null ? type : type + ": " + message);
    this.type = type;
    this.stack = stack;
  }

  /** Name of the class that was thrown. */
  public String type() {
    return type;
  }

  /** The stack trace with all causes, as the worker would have printed it. */
  public String stack() {
    return stack;
  }
}
