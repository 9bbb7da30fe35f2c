/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.Map;

/**
 * One JVM configuration of a test, judged for itself: what it lacks is not made up for by another.
 *
 * @param status jcstress's own, the first error of its forks; {@code MISSING} without results
 * @param verdict what its results are worth without those of the other configurations
 * @param why what it lacks, or null if it lacks nothing
 * @param forks how many gave a result
 * @param forksPlanned how many owed one
 * @param samplesPerSecond while it was measured, or null if unknown
 * @param forbidden count of outcomes that must never be seen
 * @param firstSeen the first fork that saw a must-observe or forbidden outcome, or null
 */
public record Configuration(
    String name,
    String status,
    Status verdict,
    String why,
    int forks,
    int forksPlanned,
    long samples,
    Double samplesPerSecond,
    Map<String, Long> outcomes,
    long forbidden,
    Integer firstSeen) {

  /** Returns the same with another verdict. */
  public Configuration with(Status other) {
    return new Configuration(
        name,
        status,
        other,
        why,
        forks,
        forksPlanned,
        samples,
        samplesPerSecond,
        outcomes,
        forbidden,
        firstSeen);
  }
}
