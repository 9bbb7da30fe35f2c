/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.ReportJson;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The forks of a trial in the order in which they were measured, as a table and as what a chart
 * draws of them.
 *
 * @param chartJson safe inside a script element; empty if there is nothing to draw
 */
public record ForkTable(List<String> columns, List<Row> rows, String chartJson) {
  /** More than these tell nothing more, and make a page that no browser likes. */
  private static final int ITERATIONS = 200;

  /**
   * One fork.
   *
   * @param badge what is known of it
   * @param warmup its iterations in their order
   */
  public record Row(
      String number, Badge badge, List<String> cells, String warmup, String measurement) {}

  /** What a chart draws. */
  private record Chart(String unit, Double score, Interval interval, List<Fork> forks) {}

  /**
   * @param state CSS class of its badge
   */
  private record Fork(
      String state, String told, Double mean, List<Double> warmup, List<Double> measurement) {}

  static ForkTable of(Price price, TrialRecord trial) {
    List<TrialRecord.Fork> forks = trial == null ? List.of() : trial.forks();
    boolean timed = forks.stream().anyMatch(fork -> fork.latency() != null);
    List<String> columns = new ArrayList<>(List.of("mean, " + Quoted.name(price.unit())));
    if (timed) {
      columns.addAll(List.of("p50", "p99", "p99.9", "longest"));
    }
    columns.addAll(List.of("CPU", "bytes"));
    List<Row> rows = new ArrayList<>();
    List<Fork> drawn = new ArrayList<>();
    for (TrialRecord.Fork fork : forks) {
      Badge badge = badge(fork);
      List<String> cells = new ArrayList<>();
      cells.add(orDash(fork.mean()));
      if (timed) {
        cells.addAll(percentiles(fork.latency()));
      }
      cells.add(fork.cpuNanosPerOp() == null ? "–" : Figures.nanos(fork.cpuNanosPerOp()));
      cells.add(orDash(fork.bytesPerOp()));
      rows.add(
          new Row(
              Integer.toString(rows.size() + 1),
              badge,
              cells,
              series(fork.warmup()),
              series(fork.measurement())));
      drawn.add(
          new Fork(
              badge.style(),
              badge.text(),
              fork.mean(),
              first(fork.warmup()),
              first(fork.measurement())));
    }
    boolean any = drawn.stream().anyMatch(fork -> !fork.measurement().isEmpty());
    // Neither a mean nor an interval is of any of two paces.
    boolean one = price.modes().isEmpty();
    Chart chart =
        new Chart(
            Quoted.name(price.unit()),
            one ? price.score() : null,
            one ? price.interval() : null,
            drawn);
    return new ForkTable(columns, rows, any ? ReportJson.inScript(chart) : "");
  }

  /** What is against a fork comes before what speaks for it. */
  private static Badge badge(TrialRecord.Fork fork) {
    String out = fork.counts() ? "" : "does not count";
    if (fork.disturbed() != null) {
      return new Badge(fork.counts() ? "no" : "none", "disturbed", reason(fork, out));
    }
    if (fork.isStillWarming()) {
      return new Badge(fork.counts() ? "race" : "none", "still warming", out);
    }
    return fork.stillWarming() == null
        ? new Badge(fork.counts() ? "open" : "none", "steadiness not known", out)
        : new Badge(fork.counts() ? "ok" : "none", "steady", out);
  }

  private static String reason(TrialRecord.Fork fork, String out) {
    String reason = Quoted.name(fork.disturbed());
    return out.isEmpty() ? reason : reason + " · " + out;
  }

  private static List<String> percentiles(TrialRecord.Latency latency) {
    if (latency == null) {
      return List.of("–", "–", "–", "–");
    }
    double nanos = TimeUnits.nanosPer(latency.unit());
    return List.of(
        Figures.nanos(latency.p50() * nanos),
        Figures.nanos(latency.p99() * nanos),
        Figures.nanos(latency.p999() * nanos),
        Figures.nanos(latency.max() * nanos));
  }

  private static String orDash(Double value) {
    return value == null ? "–" : Figures.figure(value);
  }

  private static List<Double> first(List<Double> all) {
    return all.subList(0, Math.min(ITERATIONS, all.size()));
  }

  private static String series(List<Double> all) {
    String text = first(all).stream().map(Figures::figure).collect(Collectors.joining(" "));
    return all.isEmpty()
        ? "–"
        : all.size() > ITERATIONS ? text + " and %d more".formatted(all.size() - ITERATIONS) : text;
  }
}
