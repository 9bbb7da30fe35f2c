/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import java.util.function.LongBinaryOperator;

/**
 * Two numbers that belong together. Both are 0 until they are written.
 *
 * <p>A kind is {@link dev.lockstep.core.Construct.Guarantee#EXACT} if a read gives two numbers of
 * one write, of the last one before it in an order of all reads and writes. In other kinds they may
 * be of two writes.
 */
public interface Pair {

  /** Writes both. */
  void write(long first, long second);

  /**
   * Reads both.
   *
   * @param of what is made of them; it is not called with numbers that do not belong together, and
   *     may not use this pair itself
   */
  long read(LongBinaryOperator of);
}
