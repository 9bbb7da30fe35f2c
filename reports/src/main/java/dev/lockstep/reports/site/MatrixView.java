/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/** The proofs of one family by JVM configuration: nothing is averaged. */
public record MatrixView(String family, List<String> configurations, List<Row> rows) {

  /** Returns the anchor of a family's proofs, of letters and digits whatever its name is. */
  static String anchor(String family) {
    return "proofs-" + Ledger.plain(family);
  }

  public String anchor() {
    return anchor(family);
  }

  /** Returns whether there is something in it that nobody expected, and that must not be folded. */
  public boolean troubled() {
    return rows.stream().anyMatch(row -> !row.badge().good() && !row.badge().held());
  }

  /** One proof; a cell is null where the plan does not ask for the configuration. */
  public record Row(String test, String href, Badge badge, List<Cell> cells) {}

  /**
   * One configuration of one proof.
   *
   * @param style CSS class of the symbol
   * @param symbol the verdict
   * @param words the verdict for who cannot see the symbol
   * @param title what is told on hover: how many samples, and what is lacking
   */
  public record Cell(String samples, String style, String symbol, String words, String title) {}
}
