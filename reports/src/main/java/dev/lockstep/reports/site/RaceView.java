/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * The races, counted: one row per race, one column per JVM configuration.
 *
 * @param note what stands below the table
 */
public record RaceView(List<String> configurations, List<Row> rows, String note) {

  /**
   * One race.
   *
   * @param race what the test does
   * @param construct label of the construct
   * @param shares per configuration, the share of samples that showed the race
   * @param bar width in per cent, the longest for the race that was seen most
   */
  public record Row(String race, String construct, List<String> shares, int bar) {}
}
