/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Interval;
import java.util.List;

/**
 * One figure by another, or by what is known beforehand.
 *
 * @param group what tells comparisons of one claim apart, or an empty text
 * @param name what is compared, in words
 * @param unit what stands behind the figure
 * @param trials the ids of those compared
 */
record Comparison(String group, String name, Estimate figure, String unit, List<String> trials) {

  /** The unit of a difference of shares, which has no logarithm. */
  static final String POINTS = " of all";

  /** Returns the smallest difference that its forks show in four of five runs, as a share. */
  double detectable() {
    double apart = figure.detectable();
    return unit.equals(POINTS) ? apart : StrictMath.expm1(apart);
  }

  /** Returns how often chance alone puts the whole interval on one side of 1, or of 0. */
  double chance() {
    return Math.min(1, 2 * Math.min(figure.chanceAbove(0), figure.chanceBelow(0)));
  }

  Shown above(double line) {
    return new Shown.Above(figure, StrictMath.log(line));
  }

  Shown below(double line) {
    return new Shown.Below(figure, StrictMath.log(line));
  }

  /** Returns what was compared and how it came out. */
  String words() {
    Interval interval = figure.interval();
    return "%s: %s%s%s"
        .formatted(
            name,
            Words.figure(figure.value()),
            unit,
            interval == null
                ? ", without an interval"
                : " [%s, %s]"
                    .formatted(Words.figure(interval.low()), Words.figure(interval.high())));
  }
}
