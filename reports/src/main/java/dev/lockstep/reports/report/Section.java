/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * A part of the report: tables of figures and what they tell. All families have the same shape.
 *
 * @param title what it is about
 * @param hint the same in other words, or an empty text
 * @param notes what else a reader should know, a sentence or two each
 */
public record Section(
    String id,
    String title,
    String hint,
    List<Finding> findings,
    List<Table> tables,
    List<String> notes) {

  /**
   * Rows and columns of figures.
   *
   * @param head heading of the names of the rows
   * @param badges whether a row says what speaks for its construct
   * @param chart how it is drawn, or null
   */
  public record Table(
      String title,
      String hint,
      String head,
      boolean badges,
      List<Column> columns,
      List<Row> rows,
      Chart chart) {}

  /**
   * One column.
   *
   * @param at the number that it stands for, or null
   */
  public record Column(String title, Double at) {}

  /**
   * One row.
   *
   * @param label what people call it
   * @param name what tells it from its neighbours
   */
  public record Row(String construct, String label, String name, List<Cell> cells) {}

  /**
   * One cell.
   *
   * @param trial that it comes from, or null
   * @param amount null without a figure
   * @param text what stands there without a figure
   * @param notes what stands below it
   */
  public record Cell(String trial, Amount amount, String text, List<String> notes) {

    /** Returns a cell of words. */
    public static Cell of(String text) {
      return new Cell(null, null, text, List.of());
    }
  }

  /**
   * A line for each row, a point for each column.
   *
   * @param x what the columns stand for
   * @param y what the cells stand for
   */
  public record Chart(String x, String y, boolean logX, boolean logY) {}
}
