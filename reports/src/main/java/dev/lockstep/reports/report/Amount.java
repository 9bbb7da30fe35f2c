/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * A figure with its interval.
 *
 * @param interval 95 %, or null with fewer than 3 forks, or where a fork counted nothing
 * @param unit {@code ns}, {@code B}, {@code /s}, {@code ×}, {@code share}, or an empty text for a
 *     count
 * @param forks that it comes from
 */
public record Amount(double value, Interval interval, String unit, int forks) {

  /** Returns so many of it, in another unit. */
  public Amount times(double factor, String other) {
    return new Amount(
        value * factor,
        interval == null ? null : new Interval(interval.low() * factor, interval.high() * factor),
        other,
        forks);
  }

  /** Returns how often it goes into a second, for a time. */
  public Amount perSecond() {
    return new Amount(
        1e9 / value,
        interval == null || interval.low() <= 0
            ? null
            : new Interval(1e9 / interval.high(), 1e9 / interval.low()),
        "/s",
        forks);
  }
}
