/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Nothing is shared, so nothing has to be locked: each thread counts in a cell of its own, and
 * {@link #value()} adds the cells up. It may be asked only when the counting threads have been
 * joined: the cells are plain fields, and it is the join that makes them visible (JLS 17.4.5).
 *
 * <p>{@link #local()} makes a new cell at every call; {@link #increment} looks the calling thread's
 * cell up and is therefore dearer. Cells lie at least 128 bytes from anything else, so that no two
 * threads write to one cache line or to two that are fetched as a pair.
 */
public final class ConfinedCounter implements Counter {

  private final Queue<Cell> cells = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Counter> own = ThreadLocal.withInitial(this::local);

  @Override
  public Counter local() {
    Cell cell = new Cell();
    cells.add(cell);
    return cell;
  }

  @Override
  public void increment(int offset) {
    own.get().increment(offset);
  }

  @Override
  public int value() {
    int sum = 0;
    for (Cell cell : cells) {
      sum += cell.value();
    }
    return sum;
  }

  /**
   * One thread's count, in the middle of an array: fields of a class may be moved into the gaps of
   * its superclass, elements of an array stay where they are.
   */
  private static final class Cell implements Counter {

    private static final int PADDING = 128 / Integer.BYTES;

    private final int[] line = new int[PADDING + 1 + PADDING];

    @Override
    public void increment(int offset) {
      line[PADDING] += offset;
    }

    @Override
    public int value() {
      return line[PADDING];
    }
  }
}
