/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * A test that must show a bug, and how often it did here.
 *
 * @param role {@code CONTROL}, {@code ORDER} for one that is broken for want of memory order, or
 *     {@code MUTANT}
 * @param widened whether its window was made wider than it would be by nature
 * @param template the class of tests that it was made from
 * @param mutates the construct of which it is a copy with one line broken, or null
 * @param bug what is wrong with it
 * @param caught whether it showed the bug often enough, in enough forks
 * @param outcome the row that it showed most often of those that it is to show
 * @param rate sightings of this row per sample, the median of its forks; null if it was not run
 * @param forks that took samples, over all configurations
 * @param samples over all configurations and forks
 * @param proofs how many proofs name it as a control
 */
public record Twin(
    String test,
    String role,
    boolean widened,
    String template,
    String mutates,
    String bug,
    boolean caught,
    String outcome,
    Double rate,
    int forks,
    long samples,
    int proofs) {}
