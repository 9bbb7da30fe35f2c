/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * One measured figure and the trial that it comes from.
 *
 * @param label what tells it from its neighbours, or an empty text
 * @param interval 95 %, or null with fewer than 3 forks
 */
public record Figure(String trial, String label, double value, Interval interval, String unit) {

  /** Returns the figure in nanoseconds. */
  public double nanos() {
    return value * TimeUnits.nanosPer(unit);
  }
}
