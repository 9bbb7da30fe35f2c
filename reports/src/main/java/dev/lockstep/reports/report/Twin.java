/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * A deliberately broken variant, and how soon this run caught it. Figures that are not known are
 * null.
 *
 * @param mutates the construct of which it is a copy with one line broken, or null
 * @param bug what is wrong with it
 * @param caught whether every outcome that shows the bug was seen
 * @param samples over all configurations and forks
 * @param caughtWithin samples, in the order in which the results arrived, up to and including the
 *     result with which it was caught: an upper bound, since samples are counted per result
 * @param caughtIn the configuration of that result
 * @param oneIn one of so many samples showed the bug, over all of them
 * @param proofs how many proofs rest on its contract
 */
public record Twin(
    String test,
    String contract,
    String contractName,
    String mutates,
    String bug,
    boolean caught,
    long samples,
    Long caughtWithin,
    String caughtIn,
    Double oneIn,
    int proofs) {}
