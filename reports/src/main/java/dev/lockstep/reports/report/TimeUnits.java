/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/** Units of time as JMH names them in a score, such as {@code ms/op}. */
public final class TimeUnits {
  private TimeUnits() {}

  /** Returns the time in a unit such as {@code ms/op}. */
  public static String time(String unit) {
    int slash = unit.indexOf('/');
    return slash < 0 ? unit : unit.substring(0, slash);
  }

  /** Returns how many nanoseconds the time in a unit such as {@code ms/op} has. */
  public static double nanosPer(String unit) {
    return switch (time(unit)) {
      case "us" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      default -> 1;
    };
  }
}
