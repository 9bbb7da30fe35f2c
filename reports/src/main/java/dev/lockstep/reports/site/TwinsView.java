/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * The deliberately broken variants, and how often each was caught.
 *
 * @param mutants "caught / tried" of the bugs in copies of the shipped constructs, or an empty text
 *     if there are none
 * @param missed those that no opinion found, each with its bug
 * @param opinions the checkers, as headings
 * @param bugs each of these bugs, and by whom it was found
 */
public record TwinsView(
    String mutants, List<String> missed, List<String> opinions, List<Bug> bugs, List<Row> rows) {

  /**
   * One bug in a copy of a shipped construct.
   *
   * @param answers one badge per opinion
   */
  public record Bug(String mutates, String name, String bug, List<Badge> answers) {}

  /**
   * One twin.
   *
   * @param mutates the construct it is a mutant of, or an empty text
   * @param role what it stands for, and whether its window was widened
   * @param rate how often the fork in the middle saw the bug
   */
  public record Row(
      String test,
      String anchor,
      String href,
      String mutates,
      String role,
      String bug,
      Badge badge,
      String rate,
      String forks,
      String samples,
      String proofs) {}
}
