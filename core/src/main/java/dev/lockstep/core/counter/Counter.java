/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

/**
 * An {@code int} that several threads add to; it starts at 0 and wraps around on overflow.
 *
 * <p>Whether increments of several threads all arrive is what tells the kinds apart; see {@link
 * CounterKind#guarantee()}. In every kind {@link #value()} is exact when the counting threads have
 * been joined and no update was lost (JLS 17.4.5: what a thread did happens-before the return of
 * {@code join} on it).
 */
public interface Counter {

  /** Adds {@code offset}, which may be negative. */
  void increment(int offset);

  /** The sum of the increments that arrived. */
  int value();

  /**
   * The view through which one thread counts. A thread asks for it once and then increments the
   * view; only {@link CounterKind#CONFINED} gives another object than this one.
   */
  default Counter local() {
    return this;
  }
}
