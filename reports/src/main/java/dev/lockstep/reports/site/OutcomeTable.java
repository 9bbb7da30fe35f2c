/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a test saw in each configuration of the JVM: nothing is averaged.
 *
 * @param configurations the columns; behind them stands one for all
 * @param totals the rows above the outcomes
 */
public record OutcomeTable(List<String> configurations, List<Total> totals, List<Row> rows) {

  /** One thing that is known of each configuration. */
  public record Total(String name, List<String> cells) {}

  /**
   * One outcome.
   *
   * @param style CSS class of what is expected of it
   */
  public record Row(String id, String style, String expected, String means, List<String> cells) {}

  /**
   * Returns the outcomes of one test.
   *
   * @param all counts over all configurations
   * @param told what jcstress says of each outcome
   */
  static OutcomeTable of(
      List<Configuration> configurations,
      Map<String, Long> all,
      Map<String, JcstressResult.Outcome> told) {
    List<Row> rows = new ArrayList<>();
    all.forEach(
        (id, count) -> {
          JcstressResult.Outcome outcome = told.get(id);
          List<String> cells = new ArrayList<>();
          for (Configuration each : configurations) {
            cells.add(Figures.count(each.outcomes().getOrDefault(id, 0L)));
          }
          cells.add(Figures.count(count));
          String expected = outcome == null ? "UNKNOWN" : outcome.expect();
          rows.add(
              new Row(
                  Words.outcome(id),
                  count == 0 ? "none" : style(expected),
                  expected(expected),
                  outcome == null ? "" : Quoted.line(outcome.description()),
                  cells));
        });
    return new OutcomeTable(
        configurations.stream().map(each -> Quoted.name(each.name())).toList(),
        List.of(
            total("verdict", configurations, OutcomeTable::verdict),
            total("forks", configurations, each -> each.forks() + " of " + each.forksPlanned()),
            total("samples", configurations, each -> Figures.count(each.samples()))),
        rows);
  }

  private static Total total(
      String name, List<Configuration> configurations, Function<Configuration, String> cell) {
    return new Total(name, configurations.stream().map(cell).toList());
  }

  private static String verdict(Configuration one) {
    String words = one.verdict().words();
    return one.why() == null ? words : words + ": " + Quoted.name(one.why());
  }

  private static String style(String expected) {
    return switch (expected) {
      case "ACCEPTABLE" -> "ok";
      case "ACCEPTABLE_INTERESTING" -> "race";
      default -> "no";
    };
  }

  private static String expected(String expected) {
    return switch (expected) {
      case "ACCEPTABLE" -> "acceptable";
      case "ACCEPTABLE_INTERESTING" -> "interesting";
      case "FORBIDDEN" -> "forbidden";
      default -> "unknown";
    };
  }
}
