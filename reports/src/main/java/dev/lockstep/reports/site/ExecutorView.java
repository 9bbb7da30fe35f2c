/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the table of a family that is swept over worker counts: best speed-up per workload. */
final class ExecutorView {
  private final Report report;
  private final Map<String, Price> prices = new HashMap<>();

  ExecutorView(Report report) {
    this.report = report;
    report.prices().forEach(price -> prices.put(price.trial(), price));
  }

  Ledger ledger(String id, String family, List<Plan.Construct> constructs) {
    Set<String> workloads = new LinkedHashSet<>();
    for (Sweep sweep : report.sweeps()) {
      if (sweep.construct().startsWith(family + ":")) {
        workloads.add(sweep.workload());
      }
    }
    // A ledger has room for the seeds' lists; the sweep has all of them.
    if (workloads.stream().anyMatch(ExecutorView::seed)) {
      workloads.removeIf(workload -> !seed(workload));
    }
    List<String> columns = new ArrayList<>();
    for (String workload : workloads) {
      columns.add(Quoted.name(workload) + ", best");
      columns.add("per task list");
    }
    List<Ledger.Row> rows = new ArrayList<>();
    constructs.forEach(construct -> rows.add(row(construct, workloads)));
    return new Ledger(
        id,
        "Ledger: " + Quoted.name(family),
        "best speed-up over SERIAL and its cost; cpu of all threads",
        columns,
        "",
        false,
        rows);
  }

  private static boolean seed(String workload) {
    return workload.endsWith("_SEED");
  }

  private Ledger.Row row(Plan.Construct construct, Set<String> workloads) {
    List<Ledger.Cell> cells = new ArrayList<>();
    for (String workload : workloads) {
      Sweep sweep = find(construct.id(), workload);
      Sweep.Point best = sweep == null ? null : best(sweep);
      if (best == null) {
        cells.add(Ledger.Cell.of("–", "", "no point was measured"));
        cells.add(Ledger.Cell.of("–", "", "no point was measured"));
        continue;
      }
      cells.add(speedup(sweep, best));
      cells.add(cost(best));
    }
    return new Ledger.Row(
        Quoted.name(construct.label()),
        Quoted.name(construct.name()),
        "RACY".equals(construct.guarantee()),
        Badge.of(report, construct),
        cells,
        null,
        "",
        List.of());
  }

  private Sweep find(String construct, String workload) {
    for (Sweep sweep : report.sweeps()) {
      if (sweep.construct().equals(construct) && sweep.workload().equals(workload)) {
        return sweep;
      }
    }
    return null;
  }

  private static Sweep.Point best(Sweep sweep) {
    Sweep.Point best = null;
    for (Sweep.Point point : sweep.points()) {
      best = best == null || point.speedup() > best.speedup() ? point : best;
    }
    return best;
  }

  private static Ledger.Cell speedup(Sweep sweep, Sweep.Point point) {
    if (sweep.baseline()) {
      return Ledger.Cell.of("1×", "baseline", "the others are compared with this");
    }
    String at = point.workers() == null ? "" : "at " + point.workers();
    String of =
        point.boundEfficiency() == null
            ? ""
            : Figures.percent(point.boundEfficiency()) + " of bound";
    String join = at.isEmpty() || of.isEmpty() ? "" : " · ";
    String title =
        point.interval() == null
            ? "fewer than 3 forks: no interval"
            : "95 % interval " + Figures.timesInterval(point.interval());
    return Ledger.Cell.of(Figures.times(point.speedup()), at + join + of, title);
  }

  private Ledger.Cell cost(Sweep.Point point) {
    String cpu =
        point.cpuPerOp() == null ? "" : "cpu " + Figures.cpu(point.cpuPerOp(), point.unit());
    return new Ledger.Cell(
        Figures.figure(point.score()) + " " + Figures.time(point.unit()),
        cpu,
        Quoted.name(point.trial()),
        LedgerViews.flame(prices.get(point.trial())));
  }
}
