/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.unit;

/**
 * Starts something to do a piece of work and waits until that has ended: fan-out and fan-in of one.
 * May be used by several threads at once.
 *
 * <p>In a kind that {@link UnitKind#sharesMemory shares memory}, what the caller did before {@link
 * #run} happens-before the work, and the work happens-before the return of {@code run} (JLS 17.4.5:
 * start and join of a thread; submission and {@code Future.get} of a pool).
 */
public interface Unit extends AutoCloseable {

  /**
   * Starts the work and waits for its end. What it throws is thrown to the caller as it is, which a
   * bare thread would keep to itself.
   *
   * @param work what is done; a kind that does not share memory leaves it alone, since code and
   *     data of this process are not to be had in another, and does nothing but start and end
   * @throws InterruptedException if this thread is interrupted while it waits; the work is then
   *     interrupted, too, or its process ended, and not waited for
   * @throws IllegalStateException if a process does not end within half a minute, or not with
   *     status 0
   */
  void run(Runnable work) throws InterruptedException;

  /** Ends what is kept for further work, if there is such a thing. Closing again does nothing. */
  @Override
  default void close() {}
}
