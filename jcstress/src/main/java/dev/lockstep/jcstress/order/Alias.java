/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import dev.lockstep.core.order.Cell;

/**
 * Another name for a cell. What it names is found at the end of a chain of references, so that some
 * nanoseconds pass between a load before and a load through it: time for a store to come between.
 */
record Alias(Alias next, Cell end) {

  private static final int HOPS = 7;

  static Alias of(Cell cell) {
    Alias alias = new Alias(null, cell);
    for (int i = 0; i < HOPS; i++) {
      alias = new Alias(alias, null);
    }
    return alias;
  }

  /** Hop by hop, since a loop would hide from the compiler that nothing is stored meanwhile. */
  Cell cell() {
    return next.next.next.next.next.next.next.end;
  }
}
