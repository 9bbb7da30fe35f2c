/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * The deliberately broken variants, and how often each was caught.
 *
 * @param mutants "caught / tried" of those that are mutants, or an empty text if there are none
 * @param missed the mutants that were not caught, each with its bug
 */
public record TwinsView(String mutants, List<String> missed, List<Row> rows) {

  /**
   * One twin.
   *
   * @param mutates the construct it is a mutant of, or an empty text
   * @param role what it stands for, and whether its window was widened
   * @param rate how often the fork in the middle saw the bug
   */
  public record Row(
      String test,
      String mutates,
      String role,
      String bug,
      Badge badge,
      String rate,
      String forks,
      String samples,
      String proofs) {}
}
