/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import java.util.List;

/**
 * The page of all flame graphs of a run, as the texts that it shows.
 *
 * @param missing trials without a graph
 * @param differences how many pages set two graphs against each other
 * @param unpaired why some pairs have no such page, a sentence each
 */
public record FlameIndex(
    List<Row> rows, List<Missing> missing, int differences, List<String> unpaired) {

  /**
   * One graph.
   *
   * @param trial its own id, by which its page is named
   * @param compiler share of the JIT compiler, as all shares empty if it is not known
   * @param collector of the garbage collector
   * @param system of the operating system
   * @param waiting of threads that wait, of wall time only
   * @param blind whether virtual threads are seen only while they are mounted
   * @param graph the page with the flame graph
   * @param stacks the samples as text, or null
   * @param difference the page that sets it against its baseline, or null
   * @param fault why its samples cannot be read, or an empty text
   */
  public record Row(
      String name,
      String id,
      String trial,
      String event,
      String samples,
      String engine,
      String compiler,
      String collector,
      String system,
      String waiting,
      boolean blind,
      String graph,
      String stacks,
      String difference,
      String fault) {}

  /** A trial without a graph. */
  public record Missing(String name, String id, String event, String why) {}
}
