/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * One sentence that people say, decided by rule on the figures of this run.
 *
 * @param seed the figure that came with the claim
 * @param here the figure found here, or a dash
 * @param verdict {@code HOLDS}, {@code REFUTED}, {@code UNDECIDED} or {@code NEARLY}
 * @param why the rule, and what it takes where it decided nothing
 * @param chance how often chance alone gives one of the verdicts though none is true; null where
 *     counts or proofs decide, or nothing does
 * @param evidence ids with their figures
 * @param trials ids of the trials that decide it
 */
public record Claim(
    String id,
    String claim,
    String seed,
    String here,
    String verdict,
    String why,
    Double chance,
    List<String> evidence,
    List<String> trials) {

  /** How verdicts come about, as it stands below the claims. */
  public static final String HOW =
      "Where times are compared, a claim holds or is refuted only if whole 95 % intervals lie"
          + " beyond its line. All claims are then decided together (Benjamini and Hochberg): of"
          + " the verdicts given, no more than one in twenty is expected to be by chance.";
}
