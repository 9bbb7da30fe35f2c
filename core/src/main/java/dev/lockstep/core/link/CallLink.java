/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import java.util.function.IntUnaryOperator;

/**
 * Plain objects that call each other: a generator that yields to its caller and is resumed by it
 * needs no more.
 */
final class CallLink implements Link {

  /** One party. */
  private record Party(IntUnaryOperator below) implements IntUnaryOperator {
    @Override
    public int applyAsInt(int value) {
      return below.applyAsInt(value) + 1;
    }
  }

  private final IntUnaryOperator first;

  CallLink(int depth, IntUnaryOperator work) {
    IntUnaryOperator party = work;
    for (int i = 0; i < depth; i++) {
      party = new Party(party);
    }
    first = party;
  }

  @Override
  public int roundTrip(int value) {
    try {
      return first.applyAsInt(value);
    } catch (RuntimeException | Error failure) {
      throw new IllegalStateException("the work at the other end threw", failure);
    }
  }

  @Override
  public void close() {}
}
