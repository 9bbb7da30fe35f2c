/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import java.util.function.LongBinaryOperator;

/**
 * Both numbers in a new record, whose reference is volatile. A reader reads the reference once, and
 * what it then has does not change any more (JLS 17.5). A write costs an object, a read one more
 * load, and nobody ever waits.
 */
final class SnapshotPair implements Pair {

  private record Both(long first, long second) {}

  private volatile Both both = new Both(0, 0);

  @Override
  public void write(long first, long second) {
    both = new Both(first, second);
  }

  @Override
  public long read(LongBinaryOperator of) {
    Both now = both;
    return of.applyAsLong(now.first, now.second);
  }
}
