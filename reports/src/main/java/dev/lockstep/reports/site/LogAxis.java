/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Places figures that span decades on a line of so many pixels. */
final class LogAxis {
  /** Shapes that differ without colour, each around the origin. */
  private static final List<String> SHAPES =
      List.of(
          "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
          "M-3.6-3.6h7.2v7.2h-7.2z",
          "M0-4.6l4.4 7.8h-8.8z",
          "M0-5l4.6 5l-4.6 5l-4.6-5z",
          "M0 4.6l4.4-7.8h-8.8z",
          "M-5-1.6h3.4v-3.4h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4z");

  private final double from;
  private final double to;
  private final double low;
  private final double high;

  /** Makes an axis for figures between two above 0, widened to one, two or five of a decade. */
  LogAxis(double low, double high, double from, double to) {
    this.low = StrictMath.log10(round(low, false));
    double top = StrictMath.log10(round(high, true));
    this.high = top <= this.low ? this.low + 1 : top;
    this.from = from;
    this.to = to;
  }

  private static double round(double value, boolean up) {
    double decade = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(value)));
    double rounded = up ? 10 * decade : decade;
    for (double step : up ? new double[] {5, 2, 1} : new double[] {1, 2, 5}) {
      boolean beyond = up ? step * decade >= value : step * decade <= value;
      rounded = beyond ? step * decade : rounded;
    }
    return rounded;
  }

  double at(double value) {
    return from + (StrictMath.log10(value) - low) / (high - low) * (to - from);
  }

  /** Returns the powers of ten on the axis, and what lies between if there are few of them. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    boolean few = high - low < 2;
    for (double power = StrictMath.floor(low); power <= high; power++) {
      for (double step : few ? new double[] {1, 2, 5} : new double[] {1}) {
        double tick = step * StrictMath.pow(10, power);
        double place = StrictMath.log10(tick);
        if (place >= low - 1e-9 && place <= high + 1e-9) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  static String shape(int index) {
    return SHAPES.get(index % SHAPES.size());
  }

  static String style(int index) {
    return "c" + index % SHAPES.size();
  }

  /** Returns a length with one decimal, the same in every locale. */
  static String px(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
