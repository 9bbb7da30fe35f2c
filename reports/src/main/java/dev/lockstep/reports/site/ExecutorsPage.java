/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * What a reader chooses an executor by.
 *
 * @param best the best executors, each with what explains it
 * @param overview one row per kind
 * @param charts the seeds' lists
 * @param laws fitted scaling laws, or null if none was fitted
 * @param noLaw why none was fitted, or an empty text
 */
public record ExecutorsPage(
    List<Best> best, Table overview, List<SweepView> charts, Table laws, String noLaw) {

  /**
   * The best executor of a list in words, with its flame graph.
   *
   * @param between how the core time divides, or an empty text
   * @param rest what the flame graph tells
   */
  public record Best(String first, String between, List<String> rest, Ledger.Flame flame) {}
}
