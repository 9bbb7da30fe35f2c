/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Mode;
import dev.lockstep.reports.run.Quoted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and names as they stand in sentences; the same in every locale. */
public final class Words {
  private static final int NAMED = 3;

  private Words() {}

  /** Returns a whole number with its thousands apart, such as 249,414. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** Returns a number with three significant digits and no exponent; a dash if there is none. */
  public static String figure(double value) {
    return figure(value, RoundingMode.HALF_UP);
  }

  /** The same, never rounded up: what falls short of a line must not look as if it reached it. */
  static String atLeast(double value) {
    return figure(value, RoundingMode.FLOOR);
  }

  private static String figure(double value, RoundingMode mode) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, mode));
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }

  /** Returns the two paces of a trial and how many forks had each. */
  public static String modes(List<Mode> modes) {
    return modes.stream()
        .map(mode -> figure(mode.score()) + " in " + Reasons.count(mode.forks(), "fork"))
        .collect(Collectors.joining(", "));
  }

  /** Returns a share as per cent with one digit, or as "&lt; 0.1 %" where that would hide it. */
  public static String percent(double share) {
    if (share > 0 && share < 0.001) {
      return "< 0.1 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** Returns bytes in the largest unit that leaves one before the point, or a dash if unknown. */
  public static String bytes(Double bytes) {
    if (bytes == null || !Double.isFinite(bytes)) {
      return "–";
    }
    double size = Math.abs(bytes);
    if (size < 1024) {
      return Math.round(bytes) + " B";
    }
    return size < 1024 * 1024 ? figure(bytes / 1024) + " kB" : figure(bytes / 1024 / 1024) + " MB";
  }

  /** Returns a figure with its unit, thousands apart; the units are those of {@link Amount}. */
  public static String amount(double value, String unit) {
    return switch (unit) {
      case "ns" -> nanos(value);
      case "B" -> bytes(value);
      case "share" -> percent(value);
      case "/s" -> count(Math.round(value)) + "/s";
      case "×" -> (value < 100 ? String.format(Locale.ROOT, "%.2f", value) : grouped(value)) + "×";
      default -> value < 100 ? figure(value) : count(Math.round(value));
    };
  }

  /** Returns a figure with its interval, if it has one. */
  public static String amount(Amount amount) {
    return amount(amount.value(), amount.unit()) + interval(amount);
  }

  /** Returns the interval of a figure behind a space, or an empty text. */
  private static String interval(Amount amount) {
    Interval interval = amount.interval();
    return interval == null
        ? ""
        : " [%s, %s]"
            .formatted(
                amount(interval.low(), amount.unit()), amount(interval.high(), amount.unit()));
  }

  /** Returns what forks tell of a figure, with its interval. */
  static String of(Estimate estimate, String unit) {
    return amount(new Amount(estimate.value(), estimate.interval(), unit, estimate.forks()));
  }

  /** Returns a ratio such as "1.31 [1.2, 1.43] times". */
  static String times(Estimate ratio) {
    Interval interval = ratio.interval();
    return "%s [%s, %s] times"
        .formatted(grouped(ratio.value()), grouped(interval.low()), grouped(interval.high()));
  }

  private static String nanos(double nanos) {
    if (nanos < 1e3) {
      return grouped(nanos) + "\u00a0ns";
    }
    if (nanos < 1e6) {
      return grouped(nanos / 1e3) + "\u00a0µs";
    }
    return nanos < 1e9 ? grouped(nanos / 1e6) + "\u00a0ms" : grouped(nanos / 1e9) + "\u00a0s";
  }

  /** Returns three significant digits, thousands apart. */
  public static String grouped(double value) {
    String plain = figure(value);
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder apart = new StringBuilder(plain);
    for (int i = end - 3; i > 0; i -= 3) {
      apart.insert(i, ',');
    }
    return apart.toString();
  }

  /** Returns the id of an outcome, in brackets where it is made of several values. */
  public static String outcome(String id) {
    String name = Quoted.name(id);
    return name.contains(",") ? "(" + name + ")" : name;
  }

  /** Returns a row of outcomes, such as "(1, 0) or (2, 0)"; of many the first few. */
  public static String row(List<String> ids) {
    List<String> named = ids.stream().limit(NAMED).map(Words::outcome).toList();
    String more = ids.size() > NAMED ? " or " + (ids.size() - NAMED) + " more" : "";
    return "outcome " + String.join(" or ", named) + more;
  }

  /** Returns how often something is seen, such as "1 in 12,000"; "none" for never. */
  public static String oneIn(double rate) {
    if (rate == 0) {
      return "none";
    }
    double samples = 1 / rate;
    return "1 in " + (samples < 10 ? figure(samples) : count(Math.round(samples)));
  }

  /** Returns the last two parts of a dotted name: the class and what is nested in it. */
  public static String simple(String dotted) {
    String name = dotted.replace('$', '.');
    int last = name.lastIndexOf('.');
    int before = last < 1 ? -1 : name.lastIndexOf('.', last - 1);
    return Quoted.name(name.substring(before + 1));
  }

  /** Returns the name of a checker as people write it. */
  public static String checker(String by) {
    return switch (by) {
      case "STRESS" -> "stress tests";
      case "LINCHECK" -> "Lincheck";
      case "FRAY" -> "Fray";
      default -> Quoted.name(by);
    };
  }

  /** Returns a sentence that ends in a full stop. */
  static String stop(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  /** Returns a duration in the two largest units that it has, such as "7 min 2 s". */
  public static String duration(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    if (s < 3600) {
      return s / 60 + " min " + s % 60 + " s";
    }
    return s / 3600 + " h " + s % 3600 / 60 + " min";
  }
}
