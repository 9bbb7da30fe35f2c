/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Broken;

/** Cells broken on purpose, for the twins of stress tests. */
public final class BrokenCells {

  private BrokenCells() {}

  @Broken(bug = "the halves of a value are stored and loaded one after the other")
  public static final class TwoHalves implements Cell {

    private volatile int high;
    private volatile int low;

    @Override
    public void set(long value) {
      high = (int) (value >>> Integer.SIZE);
      low = (int) value;
    }

    @Override
    public long get() {
      return (long) high << Integer.SIZE | Integer.toUnsignedLong(low);
    }
  }
}
