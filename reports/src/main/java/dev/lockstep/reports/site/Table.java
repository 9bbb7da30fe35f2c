/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * Rows and columns of figures, each of which may link to its flame graph.
 *
 * @param title what it is about; also its name for a screen reader
 * @param hint what the figures mean, or an empty text
 * @param head heading of the column of names
 */
public record Table(String title, String hint, String head, List<String> columns, List<Row> rows) {

  /**
   * One row.
   *
   * @param label what stands above the name, or an empty text
   * @param badge what speaks for it, or null
   */
  public record Row(String label, String name, Badge badge, List<Ledger.Cell> cells) {
    Row(String label, String name, List<Ledger.Cell> cells) {
      this(label, name, null, cells);
    }
  }

  /** Returns the anchor of a row, another for each. */
  public String anchor(int row) {
    int alike = 0;
    for (int before = 0; before < row; before++) {
      alike += name(before).equals(name(row)) ? 1 : 0;
    }
    return "row-" + name(row) + (alike == 0 ? "" : "-" + (alike + 1));
  }

  private String name(int row) {
    return Ledger.plain(title + " " + rows.get(row).label() + " " + rows.get(row).name());
  }

  /** Returns whether any row says what speaks for it. */
  public boolean badges() {
    return rows.stream().anyMatch(row -> row.badge() != null);
  }
}
