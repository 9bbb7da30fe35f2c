/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what is known of executors into the words of the page. */
final class ExecutorsPages {
  private static final String LOCKS =
      "speed-up over SERIAL: PER_TASK holds the lock for a whole task, FAIR_SLICE for a slice of"
          + " steps by turns, STRIPED are two locks; each worker process has its own";
  private static final String CHUNKS =
      "speed-up over SERIAL by the number of tasks that are handed over at a time";

  private final Executors executors;
  private final List<Sweep> sweeps;
  private final Map<String, Price> prices = new HashMap<>();

  private ExecutorsPages(Report report) {
    this.executors = report.executors();
    this.sweeps = report.sweeps();
    report.prices().forEach(price -> prices.put(price.trial(), price));
  }

  /** Returns the page, or null if nothing was swept. */
  static ExecutorsPage of(Report report, SweepViews views) {
    List<SweepView> charts = views.all();
    if (charts.isEmpty()) {
      return null;
    }
    ExecutorsPages pages = new ExecutorsPages(report);
    Table laws = pages.laws();
    return new ExecutorsPage(
        pages.best(),
        new OverviewTable(report, pages.prices).table(),
        charts,
        laws,
        laws == null ? report.sweeps().get(0).fit().why() : "",
        WorkloadGroups.of(report, views),
        pages.settings("Under an emulated global lock", "lock", LOCKS, report.executors().locks()),
        pages.settings("Several tasks at a time", "chunk", CHUNKS, report.executors().chunks()),
        pages.starts());
  }

  private List<ExecutorsPage.Best> best() {
    List<ExecutorsPage.Best> all = new ArrayList<>();
    for (Executors.Best each : executors.best()) {
      List<String> sentences = each.sentences().stream().map(Quoted::line).toList();
      // The second tells what stands between only where CPU time is known.
      String between = each.sentences().size() > 1 && each.between() ? sentences.get(1) : "";
      all.add(
          new ExecutorsPage.Best(
              sentences.get(0),
              between,
              sentences.subList(between.isEmpty() ? 1 : 2, sentences.size()),
              LedgerViews.flame(prices.get(each.point().trial()))));
    }
    return all;
  }

  /** One row per kind and workload, one column per setting. */
  private Table settings(String title, String what, String hint, List<Executors.Setting> settings) {
    Set<String> columns = new LinkedHashSet<>();
    Map<List<String>, Map<String, Sweep.Point>> rows = new LinkedHashMap<>();
    for (Executors.Setting each : settings) {
      columns.add(each.setting());
      Integer workers = each.point().workers();
      String at = workers == null ? "" : ", " + Counts.workers(workers);
      rows.computeIfAbsent(
              List.of(each.kind(), Quoted.name(each.workload()) + at), row -> new HashMap<>())
          .put(each.setting(), each.point());
    }
    List<Table.Row> all = new ArrayList<>();
    rows.forEach(
        (row, points) -> {
          List<Ledger.Cell> cells = new ArrayList<>();
          columns.forEach(column -> cells.add(speedup(points.get(column))));
          all.add(new Table.Row(row.get(1), Quoted.name(row.get(0)), cells));
        });
    List<String> headings = columns.stream().map(each -> what + " " + each).toList();
    return all.isEmpty() ? null : new Table(title, hint, "kind", headings, all);
  }

  private Ledger.Cell speedup(Sweep.Point point) {
    return point == null
        ? Ledger.Cell.of("", "", "")
        : PointCells.cell(point, prices.get(point.trial()));
  }

  private Table starts() {
    List<Table.Row> rows = new ArrayList<>();
    Figure first = executors.starts().isEmpty() ? null : executors.starts().get(0);
    for (Figure each : executors.starts()) {
      String ratio = each.value() == 0 ? "–" : Figures.times(first.value() / each.value());
      rows.add(
          new Table.Row(
              "",
              each.label().isEmpty() ? "start" : Quoted.name(each.label()),
              List.of(figure(each, TimeUnits.time(each.unit())), Ledger.Cell.of(ratio, "", ""))));
    }
    return rows.isEmpty()
        ? null
        : new Table(
            "Start of a worker process",
            "from the start of a JVM to its first answer",
            "archive",
            List.of("time", "times as fast as " + Quoted.name(rows.get(0).name())),
            rows);
  }

  private Ledger.Cell figure(Figure figure, String unit) {
    String small = figure.interval() == null ? "" : Figures.interval(figure.interval());
    return new Ledger.Cell(
        Figures.figure(figure.value()) + " " + unit,
        small,
        Quoted.name(figure.trial()),
        LedgerViews.flame(prices.get(figure.trial())));
  }

  /** The laws fitted to the seeds' lists and to the workloads whose fraction is known. */
  private Table laws() {
    List<Table.Row> rows = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      Sweep.Fit fit = sweep.fit();
      if (fit.amdahl() != null) {
        List<Ledger.Cell> cells = new ArrayList<>();
        String known = fit.known() == null ? "" : "built with " + Figures.percent(fit.known());
        cells.add(
            Ledger.Cell.of(
                Words.percent(fit.amdahl().serialFraction()),
                Boolean.FALSE.equals(fit.recovered()) ? known + ": not recovered" : known,
                ""));
        cells.add(Ledger.Cell.of(Words.percent(fit.amdahl().residual()), "", ""));
        Sweep.Usl usl = fit.usl();
        cells.add(cell(usl == null ? null : usl.sigma()));
        cells.add(cell(usl == null ? null : usl.kappa()));
        cells.add(cell(usl == null ? null : usl.peak()));
        cells.add(Ledger.Cell.of(usl == null ? "–" : Words.percent(usl.residual()), "", ""));
        cells.add(Ledger.Cell.of(Integer.toString(fit.points()), "", ""));
        rows.add(new Table.Row(Quoted.name(sweep.workload()), Quoted.name(sweep.kind()), cells));
      }
    }
    return rows.isEmpty()
        ? null
        : new Table(
            "Scaling laws",
            "least squares over worker counts up to the cores; the residual is the root of the mean"
                + " square of the relative errors. On lists of few tasks the serial part is mostly"
                + " what these tasks leave idle.",
            "kind",
            List.of(
                "serial part (Amdahl)",
                "residual",
                "contention σ (USL)",
                "coherence κ",
                "most useful workers",
                "residual",
                "points"),
            rows);
  }

  private static Ledger.Cell cell(Double value) {
    return Ledger.Cell.of(
        value == null ? "–" : Math.abs(value) < 1e-4 ? "0" : Figures.figure(value), "", "");
  }
}
