/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.judge.Words;

/**
 * How times of an operation, or shares of a profile, are written on one page.
 *
 * @param unit such as {@code ms/op}
 * @param one what one of the unit is
 */
record Amounts(String unit, double one) {
  /** Shares of all samples. */
  static final Amounts SHARES = new Amounts("%", 0.01);

  /** Returns the unit for nanoseconds in which the larger of two totals is at least one. */
  static Amounts nanos(double largest) {
    if (largest >= 1e6) {
      return new Amounts("ms/op", 1e6);
    }
    return largest >= 1e3 ? new Amounts("µs/op", 1e3) : new Amounts("ns/op", 1);
  }

  String of(double value) {
    return Words.figure(value / one);
  }

  /** Returns the value with its sign; a minus that is as wide as a plus. */
  String signed(double value) {
    return value == 0 ? of(0) : (value > 0 ? "+" : "−") + of(Math.abs(value));
  }

  String with(double value) {
    return of(value) + " " + unit;
  }
}
