/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * What a reader chooses a queue by.
 *
 * @param queues one row per queue, the fastest first; null if none was measured
 * @param lines other ways to build the line, or null
 * @param answers lines and answers, each with its evidence
 * @param plots throughput by queue and bound
 * @param settings where stages wait, or where there are more workers; null if not measured
 * @param handMade the queue made by hand beside the closable one, or null
 * @param corrections where the notes are wrong or differ
 */
public record QueuesPage(
    Table queues,
    Table lines,
    List<Evidence> answers,
    List<Plot> plots,
    Table settings,
    Table handMade,
    List<String> corrections) {}
