/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What comparisons have to show, in words and as what {@link Shown} makes of them. */
record Condition(String words, Function<List<Comparison>, Shown> shown) {

  /** A side of a line. */
  record Side(String words, Function<Comparison, Shown> shown) {}

  static Side above(double line) {
    return new Side("above " + plain(line), comparison -> comparison.above(line));
  }

  static Side below(double line) {
    return new Side("below " + plain(line), comparison -> comparison.below(line));
  }

  private static String plain(double line) {
    return BigDecimal.valueOf(line).stripTrailingZeros().toPlainString();
  }

  static Condition all(Side side) {
    return new Condition(
        "all lie " + side.words(),
        comparisons -> new Shown.All(comparisons.stream().map(side.shown()).toList()));
  }

  static Condition one(Side side) {
    return new Condition(
        "one lies " + side.words(),
        comparisons -> new Shown.Any(comparisons.stream().map(side.shown()).toList()));
  }

  /** Returns the same of one group of the comparisons. */
  static Condition in(String group, Condition condition) {
    return new Condition(
        "of %s %s".formatted(group, condition.words()),
        comparisons ->
            condition.of(comparisons.stream().filter(each -> each.group().equals(group)).toList()));
  }

  Condition and(Condition other) {
    return new Condition(
        words + " and " + other.words, list -> new Shown.All(List.of(of(list), other.of(list))));
  }

  Condition or(Condition other) {
    return new Condition(
        words + " or " + other.words, list -> new Shown.Any(List.of(of(list), other.of(list))));
  }

  Shown of(List<Comparison> comparisons) {
    return shown.apply(comparisons);
  }
}
