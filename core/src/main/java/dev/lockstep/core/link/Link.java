/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

/**
 * A chain of parties, of which the caller talks to the first: a value goes down from party to
 * party, the last one works on it, and the answer comes back the same way. One caller at a time.
 *
 * <p>What the caller did before {@link #roundTrip} happens-before the work, and the work
 * happens-before its return, in every kind whose parties share memory.
 */
public interface Link extends AutoCloseable {

  /**
   * Sends a value down and waits for the answer. Every party adds one to what comes back to it, so
   * that the answer tells how many there are.
   *
   * @return what the work made of the value, and the depth of the chain more
   * @throws InterruptedException if this thread is interrupted while it waits; the link is then of
   *     no more use
   * @throws IllegalStateException if the other side has ended, or the work threw, which is the
   *     cause
   */
  int roundTrip(int value) throws InterruptedException;

  /** Ends all parties and waits for their end. Closing again does nothing. */
  @Override
  void close();
}
