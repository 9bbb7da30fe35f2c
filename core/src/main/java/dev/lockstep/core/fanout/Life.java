/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import dev.lockstep.core.executor.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Conway's Game of Life, with a request in every cell: what was a loop over a grid becomes a
 * fan-out of one task per cell, and a fan-in of their results, once the rule has to wait for
 * something.
 */
public final class Life {

  private Life() {}

  /**
   * The rule for one cell: with fewer than two living neighbours it dies, with two it stays as it
   * is, with three it lives, with more it dies.
   */
  public static boolean gameLogic(boolean alive, int neighbours) {
    return neighbours == 3 || (alive && neighbours == 2);
  }

  /** How many of the eight cells around one are alive. */
  public static int neighbours(Grid grid, int row, int column) {
    int count = 0;
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        if ((down != 0 || right != 0) && grid.alive(row + down, column + right)) {
          count++;
        }
      }
    }
    return count;
  }

  /**
   * The next generation, one task per cell.
   *
   * @param request what each cell waits for; it is given the number of its cell and must return
   *     what it {@link Request#expected expects}
   * @throws IllegalStateException if a request returned something else
   */
  public static Grid step(Grid grid, Mapper mapper, Request request) {
    List<Integer> cells = IntStream.range(0, grid.size()).boxed().toList();
    return Grid.of(
        grid.rows(), grid.columns(), mapper.map(cell -> stepCell(grid, request, cell), cells));
  }

  private static boolean stepCell(Grid grid, Request request, int cell) {
    int answer = request.apply(cell);
    if (answer != request.expected(cell)) {
      throw new IllegalStateException("cell %d was answered %d".formatted(cell, answer));
    }
    int row = cell / grid.columns();
    int column = cell % grid.columns();
    return gameLogic(grid.alive(row, column), neighbours(grid, row, column));
  }

  /**
   * The oracle: the next generation without tasks or requests, and by another way. Every living
   * cell is counted by its neighbours instead of counting them.
   */
  public static Grid next(Grid grid) {
    int[] counts = new int[grid.size()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (grid.alive(row, column)) {
          count(grid, row, column, counts);
        }
      }
    }
    List<Boolean> cells = new ArrayList<>(counts.length);
    for (int cell = 0; cell < counts.length; cell++) {
      boolean alive = grid.alive(cell / grid.columns(), cell % grid.columns());
      cells.add(alive ? counts[cell] >= 2 && counts[cell] <= 3 : counts[cell] == 3);
    }
    return Grid.of(grid.rows(), grid.columns(), cells);
  }

  private static void count(Grid grid, int row, int column, int[] counts) {
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        if (down != 0 || right != 0) {
          int y = Math.floorMod(row + down, grid.rows());
          int x = Math.floorMod(column + right, grid.columns());
          counts[y * grid.columns() + x]++;
        }
      }
    }
  }
}
