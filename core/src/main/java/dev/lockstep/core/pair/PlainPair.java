/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import java.util.function.LongBinaryOperator;

/**
 * Two fields that are written and read one after the other. Nothing keeps a reader out between the
 * two writes, nor a writer between the two reads. Volatile fields would change nothing in that.
 */
final class PlainPair implements Pair {

  private long first;
  private long second;

  @Override
  public void write(long first, long second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public long read(LongBinaryOperator of) {
    return of.applyAsLong(first, second);
  }
}
