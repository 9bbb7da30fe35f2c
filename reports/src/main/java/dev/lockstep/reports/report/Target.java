/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * A line that a figure of this run should reach.
 *
 * @param what the figure in a few words
 * @param value null if it was not measured
 * @param line what it should reach
 * @param atLeast whether more is better; otherwise less is
 * @param verdict {@code REACHED}, {@code NOT_REACHED}, {@code NOT_JUDGED} if the plan is no
 *     evidence, or {@code NOT_MEASURED}
 * @param sentence the same in words
 * @param trials ids of the trials that decide it
 */
public record Target(
    String id,
    String what,
    Double value,
    double line,
    boolean atLeast,
    String verdict,
    String sentence,
    List<String> trials) {}
