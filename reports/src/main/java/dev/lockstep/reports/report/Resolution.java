/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * What differences a run tells apart: those of two figures of the heart whose 95 % intervals are as
 * wide as its own. As shares of a figure.
 *
 * @param figures of the heart that have an interval
 * @param median half of them tell apart differences of this size
 * @param nine nine of ten do
 */
public record Resolution(int figures, double median, double nine) {

  /** Returns it as half a sentence. */
  public String words() {
    return "tells apart differences of %s, %s for nine of ten"
        .formatted(percent(median), percent(nine));
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return percent < 10
        ? (Math.round(percent * 10) / 10.0 + " %").replace(".0 ", " ")
        : Math.round(percent) + " %";
  }
}
