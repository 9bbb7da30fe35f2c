/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * One workload: a chart and the same points as a table.
 *
 * @param workers column headings
 */
public record SweepView(
    String id,
    String workload,
    String aria,
    List<String> workers,
    List<Row> rows,
    List<String> bounds,
    String fit) {

  /** One kind; a cell is empty where nothing was measured. */
  public record Row(String kind, List<Ledger.Cell> cells) {}
}
