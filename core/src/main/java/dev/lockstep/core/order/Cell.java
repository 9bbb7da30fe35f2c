/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

/**
 * A field that threads share, with one mode of access. A cell is 0 until it is set.
 *
 * <p>A kind is {@link dev.lockstep.core.Construct.Guarantee#EXACT} if its accesses are sequentially
 * consistent: the accesses of all threads to all cells of the kind stand in one order, which keeps
 * the order of each thread, and a get returns what the last set before it has stored. This holds
 * for threads that call {@link #fence} between any two accesses. The other kinds promise less, and
 * each says what.
 */
public interface Cell {

  /** Stores a value. */
  void set(long value);

  /** Loads the value. */
  long get();

  /**
   * Stands between two accesses of one thread, be they to this cell or to others. Does nothing but
   * in a kind that makes its order of fences instead of accesses.
   */
  default void fence() {}
}
