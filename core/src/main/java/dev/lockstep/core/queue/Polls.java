/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

/** A queue that counts how often it was asked for an item, and how often in vain. */
public interface Polls {

  /** How many times a thread looked for an item so far. */
  long polls();

  /** How many of those {@link #polls} found none: work done for nothing. */
  long emptyPolls();
}
