/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;

/** Bug: all threads are given the same cell. */
@MutantOf(value = "counter:CONFINED", bug = "all threads are given the same cell")
public final class SharedCellCounter implements Counter {

  private final Cell cell = new Cell();

  @Override
  public Counter local() {
    return cell;
  }

  @Override
  public void increment(int offset) {
    cell.increment(offset);
  }

  @Override
  public int value() {
    return cell.value();
  }

  private static final class Cell implements Counter {

    private int count;

    @Override
    public void increment(int offset) {
      count += offset;
    }

    @Override
    public int value() {
      return count;
    }
  }
}
