/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

/**
 * Thrown where a closed queue cannot do what was asked: it takes no more items, or its consumer has
 * met a sentinel.
 */
public final class QueueClosedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** Says why, in a clause. */
  public QueueClosedException(String message) {
    super(message);
  }
}
