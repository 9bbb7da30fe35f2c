/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Kernels;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The kernels, each with what speaks for its answers, its times, and what they tell.
 *
 * @param columns headings, two per function
 */
public record KernelsPage(List<String> columns, List<Row> rows, List<String> findings) {

  /** One kernel. */
  public record Row(String label, String name, Badge badge, List<Ledger.Cell> cells) {}

  /** Returns the page, or null if no kernel was planned. */
  static KernelsPage of(Report report) {
    Kernels kernels = report.kernels();
    if (kernels.rows().isEmpty()) {
      return null;
    }
    Map<String, Price> prices = new HashMap<>();
    report.prices().forEach(price -> prices.put(price.trial(), price));
    List<String> columns = new ArrayList<>();
    for (String function : kernels.functions()) {
      String name = function.isEmpty() ? "list" : Quoted.name(function);
      columns.add(name);
      columns.add("over LOOP");
    }
    columns.add("smallest call");
    List<Row> rows = new ArrayList<>();
    for (Kernels.Row row : kernels.rows()) {
      List<Ledger.Cell> cells = new ArrayList<>();
      row.times().forEach(time -> times(time, prices, cells));
      cells.add(
          row.call() == null ? Ledger.Cell.of("–", "", "not measured") : cell(row.call(), prices));
      rows.add(
          new Row(Quoted.name(row.label()), Quoted.name(row.kind()), badge(report, row), cells));
    }
    return new KernelsPage(columns, rows, kernels.findings().stream().map(Quoted::line).toList());
  }

  private static Badge badge(Report report, Kernels.Row row) {
    for (Plan.Construct construct : report.constructs()) {
      if (construct.id().equals(row.construct())) {
        return Badge.of(report, construct);
      }
    }
    return new Badge("none", "not planned", "");
  }

  private static void times(Kernels.Time time, Map<String, Price> prices, List<Ledger.Cell> cells) {
    if (time == null) {
      cells.add(Ledger.Cell.of("–", "", "not measured"));
      cells.add(Ledger.Cell.of("", "", ""));
      return;
    }
    cells.add(cell(time.time(), prices));
    String divider = time.divider() == null ? "" : Figures.percent(time.divider()) + " of divider";
    String interval =
        time.overLoop() == null || time.overLoop().interval() == null
            ? ""
            : "95 % interval " + Figures.interval(time.overLoop().interval());
    cells.add(
        Ledger.Cell.of(
            time.overLoop() == null ? "–" : Figures.figure(time.overLoop().value()) + "×",
            divider,
            interval));
  }

  private static Ledger.Cell cell(Figure figure, Map<String, Price> prices) {
    return new Ledger.Cell(
        Figures.figure(figure.value()) + " " + TimeUnits.time(figure.unit()),
        figure.interval() == null ? "" : Figures.interval(figure.interval()),
        Quoted.name(figure.trial()),
        LedgerViews.flame(prices.get(figure.trial())));
  }
}
