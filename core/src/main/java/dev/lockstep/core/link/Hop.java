/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

/**
 * The way between two parties: one asks and waits, the other receives, and answers once. A wait
 * ends by an interrupt.
 */
interface Hop {

  /** Hands a value over and waits for the answer. */
  Message ask(Message value) throws InterruptedException;

  /** Waits for a value. */
  Message receive() throws InterruptedException;

  /** Answers what was received last. */
  void answer(Message value) throws InterruptedException;
}
