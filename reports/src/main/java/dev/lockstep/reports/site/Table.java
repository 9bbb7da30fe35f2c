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
   */
  public record Row(String label, String name, List<Ledger.Cell> cells) {}
}
