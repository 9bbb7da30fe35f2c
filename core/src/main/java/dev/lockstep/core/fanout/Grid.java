/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Cells that are alive or empty, in rows and columns without an edge: beyond the last comes the
 * first. Immutable.
 */
public final class Grid {

  private static final char ALIVE = '*';
  private static final char EMPTY = '-';

  private final int rows;
  private final int columns;
  private final boolean[] cells;

  private Grid(int rows, int columns, boolean[] cells) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
  }

  /**
   * Of lines of equal length, in which {@code *} is alive and {@code -} is empty.
   *
   * @throws IllegalArgumentException if there is nothing, or anything else, or the lines differ in
   *     length
   */
  public static Grid of(String... lines) {
    if (lines.length == 0 || lines[0].isEmpty()) {
      throw new IllegalArgumentException("a grid has at least one cell");
    }
    int columns = lines[0].length();
    boolean[] cells = new boolean[lines.length * columns];
    for (int row = 0; row < lines.length; row++) {
      if (lines[row].length() != columns || !lines[row].matches("[-*]*")) {
        throw new IllegalArgumentException(
            "no line of %d cells: %s".formatted(columns, lines[row]));
      }
      for (int column = 0; column < columns; column++) {
        cells[row * columns + column] = lines[row].charAt(column) == ALIVE;
      }
    }
    return new Grid(lines.length, columns, cells);
  }

  /** Of cells row by row, as {@link #alive} numbers them. */
  static Grid of(int rows, int columns, List<Boolean> cells) {
    boolean[] copy = new boolean[rows * columns];
    for (int cell = 0; cell < copy.length; cell++) {
      copy[cell] = cells.get(cell);
    }
    return new Grid(rows, columns, copy);
  }

  /** The same for the same seed: a third of the cells is alive, about. */
  public static Grid random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    boolean[] cells = new boolean[rows * columns];
    for (int cell = 0; cell < cells.length; cell++) {
      cells[cell] = random.nextInt(3) == 0;
    }
    return new Grid(rows, columns, cells);
  }

  /** Whether there is life; rows and columns may be any number, also below zero. */
  public boolean alive(int row, int column) {
    return cells[Math.floorMod(row, rows) * columns + Math.floorMod(column, columns)];
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** How many cells there are. */
  public int size() {
    return cells.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid grid
        && rows == grid.rows
        && columns == grid.columns
        && Arrays.equals(cells, grid.cells);
  }

  @Override
  public int hashCode() {
    return 31 * columns + Arrays.hashCode(cells);
  }

  /** A line for each row, as {@link #of} reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        text.append(alive(row, column) ? ALIVE : EMPTY);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
