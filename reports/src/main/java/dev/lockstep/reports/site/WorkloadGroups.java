/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.AtCores;
import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the workloads that have no chart of their own into a few tables. */
final class WorkloadGroups {
  private final Report report;
  private final int cores;
  private final Map<String, Price> prices = new HashMap<>();

  private WorkloadGroups(Report report) {
    this.report = report;
    this.cores = report.executors().cores();
    report.prices().forEach(price -> prices.put(price.trial(), price));
  }

  static List<ExecutorsPage.Group> of(Report report, SweepViews views) {
    WorkloadGroups groups = new WorkloadGroups(report);
    Map<String, List<String>> byTitle = new LinkedHashMap<>();
    for (String workload : views.others()) {
      byTitle.computeIfAbsent(title(workload), title -> new ArrayList<>()).add(workload);
    }
    List<ExecutorsPage.Group> all = new ArrayList<>();
    byTitle.forEach(
        (title, workloads) ->
            all.add(
                new ExecutorsPage.Group(
                    groups.table(title, workloads), views.severalCounts(workloads))));
    return all;
  }

  private static String title(String workload) {
    if (workload.startsWith("GRAIN_")) {
      return "The same work in ever larger tasks";
    }
    if (workload.startsWith("AMDAHL_")) {
      return "A known share of the steps under one lock";
    }
    return workload.matches(".*_X[0-9]+") ? "The lists, repeated" : "Other workloads";
  }

  private Table table(String title, List<String> workloads) {
    Map<String, List<Ledger.Cell>> rows = new LinkedHashMap<>();
    Map<String, String> labels = new HashMap<>();
    report.constructs().forEach(each -> labels.put(each.id(), Quoted.name(each.label())));
    Set<String> constructs = new LinkedHashSet<>();
    for (Sweep sweep : report.sweeps()) {
      if (!sweep.baseline() && workloads.contains(sweep.workload())) {
        constructs.add(sweep.construct());
      }
    }
    for (String construct : constructs) {
      List<Ledger.Cell> cells = new ArrayList<>();
      workloads.forEach(workload -> cells.add(cell(construct, workload)));
      rows.put(construct, cells);
    }
    List<Table.Row> all = new ArrayList<>();
    rows.forEach(
        (construct, cells) ->
            all.add(
                new Table.Row(
                    labels.getOrDefault(construct, ""),
                    Quoted.name(construct.substring(construct.indexOf(':') + 1)),
                    cells)));
    return new Table(
        title,
        "speed-up over SERIAL on %s, share of the makespan bound".formatted(Counts.cores(cores)),
        "kind",
        workloads.stream().map(Quoted::name).toList(),
        all);
  }

  private Ledger.Cell cell(String construct, String workload) {
    for (Sweep sweep : report.sweeps()) {
      if (sweep.construct().equals(construct) && sweep.workload().equals(workload)) {
        Sweep.Point point = AtCores.of(sweep, cores);
        if (point != null) {
          Ledger.Cell cell = PointCells.cell(point, prices.get(point.trial()));
          Sweep.Fit fit = sweep.fit();
          return fit.known() == null || fit.amdahl() == null
              ? cell
              : new Ledger.Cell(
                  cell.value(),
                  "fit " + Words.percent(fit.amdahl().serialFraction()),
                  fit.why(),
                  cell.flame());
        }
      }
    }
    return Ledger.Cell.of("–", "", "not measured");
  }
}
