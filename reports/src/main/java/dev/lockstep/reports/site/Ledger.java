/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;
import java.util.Locale;

/**
 * The table of one family.
 *
 * @param id anchor
 * @param proofs where the proofs of the family stand, or an empty text
 * @param contention heading of the column of bars, or an empty text for a table without them
 */
public record Ledger(
    String id,
    String title,
    String hint,
    String proofs,
    List<String> columns,
    String contention,
    boolean countsLosses,
    List<Row> rows) {

  /** Returns the anchor of a family's table. */
  static String anchor(String family) {
    return "ledger-" + plain(family);
  }

  /** Returns the anchor of a row. */
  public String anchor(Row row) {
    return id + "-row-" + plain(row.name());
  }

  /** Returns a name with a hyphen for whatever an anchor or a class should not hold. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
  }

  /** Returns whether it has a figure. */
  public boolean isPriced() {
    return !columns.isEmpty();
  }

  /**
   * One construct.
   *
   * @param wrong whether it is fast because it is wrong
   * @param bar width in per cent, or null
   * @param lost share of lost updates, or an empty text
   */
  public record Row(
      String label,
      String name,
      boolean wrong,
      Badge badge,
      List<Cell> cells,
      Integer bar,
      String lost,
      List<Flame> flames) {}

  /**
   * One figure with what stands small beside it and what is told on hover.
   *
   * @param flame its flame graph, or null if none is linked here
   * @param trial the page of its trial, or an empty text
   */
  public record Cell(String value, String small, String title, Flame flame, String trial) {
    Cell(String value, String small, String title, Flame flame) {
      this(value, small, title, flame, flame == null ? "" : flame.trial());
    }

    /** Returns a figure without a flame graph of its own. */
    static Cell of(String value, String small, String title) {
      return new Cell(value, small, title, null);
    }
  }

  /** Returns whether any row has links in a column of their own. */
  public boolean linksFlames() {
    return rows.stream().anyMatch(row -> !row.flames().isEmpty());
  }

  /**
   * A link to a trial and its flame graph.
   *
   * @param href empty if it has no flame graph
   * @param more flame graphs of the same trial
   * @param trial the page of the trial
   */
  public record Flame(String text, String href, String title, List<Flame> more, String trial) {}

  /**
   * One test with the controls of the rows that it forbids.
   *
   * @param anchor of this row, or null for a test that the plan left out
   * @param href its page
   */
  public record ProofRow(
      String test,
      String anchor,
      String href,
      String template,
      boolean heart,
      Badge badge,
      String samples,
      String forks,
      String power,
      List<Control> controls,
      String why) {}

  /**
   * One control of a forbidden row.
   *
   * @param href the page of its twin, or an empty text
   * @param gives whether it gives the row power
   */
  public record Control(
      String outcome,
      String means,
      String twin,
      String href,
      String differs,
      String rate,
      String power,
      boolean gives) {}
}
