/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.TimeUnits;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Figures and links as the page shows them; the same in every locale. */
public final class Figures {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private Figures() {}

  /** Returns three significant digits, thousands apart. */
  static String figure(double value) {
    return Words.grouped(value);
  }

  /** Returns a count, thousands apart. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** Returns a count that was measured, rounded. */
  static String rounded(double n) {
    return count(Math.round(n));
  }

  /** Returns a large count in millions or billions, such as "240 M". */
  static String samples(long n) {
    if (n >= 1_000_000_000L) {
      return figure(n / 1e9) + "\u00a0G";
    }
    return n >= 1_000_000 ? figure(n / 1e6) + "\u00a0M" : count(n);
  }

  /** Returns a power, rounded; below 100 with its decimals, since there it decides. */
  static String power(Double power) {
    return power == null ? "–" : power < 100 ? figure(power) : samples(Math.round(power));
  }

  /** Returns nanoseconds in the largest unit that leaves one before the point. */
  static String nanos(double nanos) {
    return Words.amount(nanos, "ns");
  }

  static String times(double factor) {
    return String.format(Locale.ROOT, "%.2f×", factor);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  static String interval(Interval interval) {
    return "[" + figure(interval.low()) + ", " + figure(interval.high()) + "]";
  }

  static String timesInterval(Interval interval) {
    return String.format(Locale.ROOT, "[%.2f, %.2f]", interval.low(), interval.high());
  }

  /** Returns nanoseconds in the unit of a score such as {@code ms/op}. */
  static String cpu(double nanos, String unit) {
    return figure(nanos / TimeUnits.nanosPer(unit));
  }

  /** Returns the time in a unit such as {@code ms/op}. */
  static String time(String unit) {
    return TimeUnits.time(unit);
  }

  /** Returns a link from the page to a file of the run directory, percent-encoded. */
  public static String link(String path) {
    StringBuilder link = new StringBuilder("../");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
        link.append((char) b);
      } else {
        link.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return link.toString();
  }
}
