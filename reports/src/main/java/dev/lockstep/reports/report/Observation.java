/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.Map;

/**
 * One construct as one trial measured it.
 *
 * @param role what the trial is for, or null
 * @param dimensions what tells it from other trials: the parameters, threads and mode
 * @param metrics by name; what was not measured is not there
 */
public record Observation(
    String trial,
    String construct,
    String role,
    Map<String, String> dimensions,
    Map<String, Metric> metrics) {

  /**
   * One figure of it.
   *
   * @param better {@code LESS}, {@code MORE}, or null where neither is
   */
  public record Metric(double value, Interval interval, String unit, int forks, String better) {}
}
