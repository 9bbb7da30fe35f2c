/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import java.util.function.LongBinaryOperator;

/**
 * Both fields under the monitor of the pair (JLS 17.1, 17.4.5). Readers keep each other out, too.
 */
final class SynchronizedPair implements Pair {

  private long first;
  private long second;

  @Override
  public synchronized void write(long first, long second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public synchronized long read(LongBinaryOperator of) {
    return of.applyAsLong(first, second);
  }
}
