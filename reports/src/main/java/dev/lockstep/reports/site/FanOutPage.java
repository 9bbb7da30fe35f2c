/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * Many tasks at once.
 *
 * @param answers lines and answers, each with its evidence
 * @param first the setting that tells most
 * @param plot the same drawn, or null if no mechanism was measured with several numbers of tasks
 * @param crossovers from how many tasks on one mechanism beats another, or null
 * @param others further settings
 */
public record FanOutPage(
    List<Evidence> answers,
    Table first,
    Plot plot,
    Table crossovers,
    List<Table> others,
    List<String> corrections) {}
