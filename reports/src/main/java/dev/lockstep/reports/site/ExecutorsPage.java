/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a reader chooses an executor by.
 *
 * @param best the best executors, each with what explains it
 * @param overview one row per kind
 * @param charts the seeds' lists
 * @param laws fitted scaling laws, or null if none was fitted
 * @param noLaw why none was fitted, or an empty text
 * @param groups the other workloads
 * @param locks null if no lock was emulated
 * @param chunks null if no larger chunks were measured
 * @param starts null if no start of a worker process was measured
 */
public record ExecutorsPage(
    List<Best> best,
    Table overview,
    List<SweepView> charts,
    Table laws,
    String noLaw,
    List<Group> groups,
    Table locks,
    Table chunks,
    Table starts) {

  /**
   * The best executor of a list in words, with its flame graph.
   *
   * @param between how the core time divides, or an empty text
   * @param rest what the flame graph tells
   */
  public record Best(String first, String between, List<String> rest, Ledger.Flame flame) {}

  /**
   * Workloads that belong together.
   *
   * @param all every worker count of those workloads that have several
   */
  public record Group(Table atCores, List<SweepView> all) {}

  /** Returns the smaller tables, without those that are not there. */
  public List<Table> folded() {
    return Stream.of(chunks, starts, laws).filter(Objects::nonNull).toList();
  }
}
