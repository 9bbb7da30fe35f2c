/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what is known of executors into the words of the page. */
final class ExecutorsPages {
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
        laws == null ? report.sweeps().get(0).fit().why() : "");
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
