/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * One sentence that people say, decided by rule on the figures of this run.
 *
 * @param seed the figure that came with the claim
 * @param here the figure found here, or a dash
 * @param verdict {@code HOLDS}, {@code REFUTED} or {@code UNDECIDED}
 * @param why the rule and how it came out
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
    List<String> evidence,
    List<String> trials) {}
