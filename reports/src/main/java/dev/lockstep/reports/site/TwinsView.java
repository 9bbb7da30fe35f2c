/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * The deliberately broken variants, and how soon each was caught.
 *
 * @param mutants "caught / tried" of those that are mutants, or an empty text if there are none
 * @param missed the mutants that were not caught, each with its bug
 */
public record TwinsView(String mutants, List<String> missed, List<Row> rows) {

  /**
   * One twin.
   *
   * @param mutates the construct it is a mutant of, or an empty text
   * @param after how soon and how often the bug was seen
   */
  public record Row(
      String test,
      String mutates,
      String contract,
      String bug,
      Badge badge,
      String after,
      String samples,
      String proofs) {}
}
