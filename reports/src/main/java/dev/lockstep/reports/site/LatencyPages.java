/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Latency;
import dev.lockstep.reports.report.Latency.Row;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the latencies of single operations into the words of the page. */
final class LatencyPages {
  private static final String OF_FORKS =
      "each figure is the geometric mean of the forks' own, with the 95 % interval over forks;"
          + " ";

  private final Report report;
  private final Map<String, Price> prices = new HashMap<>();

  private LatencyPages(Report report) {
    this.report = report;
    report.prices().forEach(price -> prices.put(price.trial(), price));
  }

  /** Returns the page, or null if nothing of it was measured. */
  static LatencyPage of(Report report) {
    LatencyPages pages = new LatencyPages(report);
    Latency latency = report.latency();
    return latency.samples().isEmpty() && latency.openLoops().isEmpty()
        ? null
        : new LatencyPage(
            Evidence.of(report, latency.findings()),
            pages.samples(latency.samples()),
            pages.openLoops(latency.openLoops()));
  }

  private Table samples(List<Row> all) {
    List<Table.Row> rows = new ArrayList<>();
    for (Row each : sorted(all, Comparator.comparingInt(Row::threads))) {
      List<Ledger.Cell> cells = new ArrayList<>();
      cells.add(Ledger.Cell.of(work(each), threads(each), each.trial()));
      percentiles(each, cells);
      cells.add(
          each.fairness() == null
              ? Ledger.Cell.of(
                  each.threads() == 1 ? "" : "–",
                  "",
                  each.threads() == 1
                      ? "one thread alone"
                      : "in every iteration a thread was alone for too long to tell")
              : Ledger.Cell.of(
                  Figures.percent(each.fairness()), "", "least by most operations of a thread"));
      rows.add(row(each, cells));
    }
    return rows.isEmpty()
        ? null
        : new Table(
            "One operation after the other",
            OF_FORKS
                + "whoever waits does not ask meanwhile, so this is how long operations take, not"
                + " how long a request waits; fairness: operations of the thread with the fewest by"
                + " those of the one with the most",
            "construct",
            List.of("work", "p50", "p99", "p99.9", "longest", "fairness"),
            rows);
  }

  private Table openLoops(List<Row> all) {
    List<Table.Row> rows = new ArrayList<>();
    for (Row each : sorted(all, Comparator.comparingDouble(Row::asked))) {
      List<Ledger.Cell> cells = new ArrayList<>();
      String workers = each.workers() == 1 ? "1 worker" : each.workers() + " workers";
      cells.add(Ledger.Cell.of(Figures.rounded(each.asked()) + "/s", workers, each.trial()));
      cells.add(
          Ledger.Cell.of(
              each.kept() == null ? "–" : Figures.rounded(each.kept()) + "/s",
              each.keeps() ? "" : "did not keep it",
              "requests served a second"));
      percentiles(each, cells);
      rows.add(row(each, cells));
    }
    return rows.isEmpty()
        ? null
        : new Table(
            "Requests that arrive at a given rate",
            OF_FORKS
                + "from the moment at which a request was to arrive, so that it counts what those"
                + " before it held up; where the rate was not kept, latencies grow as long as it"
                + " lasts, and are those of the requests that were sent within twice the time",
            "construct",
            List.of("rate asked", "rate kept", "p50", "p99", "p99.9", "longest"),
            rows);
  }

  private static List<Row> sorted(List<Row> all, Comparator<Row> within) {
    Comparator<Row> order =
        Comparator.comparing(Row::work)
            .thenComparing(within)
            .thenComparingDouble(row -> row.p50().value());
    return all.stream().sorted(order).toList();
  }

  private Table.Row row(Row each, List<Ledger.Cell> cells) {
    return new Table.Row(
        Quoted.name(each.label()), Quoted.name(each.kind()), badge(each.construct()), cells);
  }

  private static String work(Row row) {
    String setting = row.setting().isEmpty() ? "" : ", " + Quoted.name(row.setting());
    return Quoted.name(row.work()) + setting;
  }

  private static String threads(Row row) {
    return row.threads() == 1 ? "1 thread" : row.threads() + " threads";
  }

  private void percentiles(Row row, List<Ledger.Cell> cells) {
    String clock = row.nearClock() ? "near the clock's " + Figures.nanos(row.clockNanos()) : "";
    Ledger.Cell p50 = cell(row.p50(), clock);
    cells.add(
        new Ledger.Cell(
            p50.value(), p50.small(), p50.title(), LedgerViews.flame(prices.get(row.trial()))));
    cells.add(cell(row.p99(), ""));
    cells.add(
        row.p999() == null
            ? Ledger.Cell.of(
                "–",
                "too few samples",
                "%s samples in a fork, of %s that it takes"
                    .formatted(Words.count(row.samples()), Words.count(Latency.ENOUGH)))
            : cell(row.p999(), ""));
    cells.add(cell(row.max(), ""));
  }

  private static Ledger.Cell cell(Figure figure, String note) {
    List<String> small = new ArrayList<>();
    String title = "no interval";
    if (figure.interval() != null) {
      String low = Figures.nanos(figure.interval().low());
      String high = Figures.nanos(figure.interval().high());
      small.add("[%s, %s]".formatted(low, high));
      title = "95 %% interval from %s to %s".formatted(low, high);
    }
    if (!note.isEmpty()) {
      small.add(note);
    }
    return Ledger.Cell.of(Figures.nanos(figure.value()), String.join(" · ", small), title);
  }

  private Badge badge(String construct) {
    for (Plan.Construct each : report.constructs()) {
      if (each.id().equals(construct)) {
        return Badge.of(report, each);
      }
    }
    return new Badge("none", "not planned", "");
  }
}
