/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Interval;
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
  /** What a figure of CPU time holds. */
  private static final String CPU = "cpu of all processes, JIT and GC included, checks not";

  private static final Badge NO_CONSTRUCT =
      new Badge("none", "no construct", "answers checked at every call");

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
    raw(workloads, rows);
    constructs.forEach(construct -> rows.add(row(construct, workloads)));
    return new Ledger(
        id,
        "Ledger: " + Quoted.name(family),
        "best speed-up over SERIAL and its cost; " + CPU,
        LedgerViews.proofs(report, family),
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

  /** A row for the bare loop above all others, if it was measured. */
  private void raw(Set<String> workloads, List<Ledger.Row> rows) {
    List<Ledger.Cell> cells = new ArrayList<>();
    boolean any = false;
    for (String workload : workloads) {
      Sweep.Raw raw = null;
      for (Sweep sweep : report.sweeps()) {
        raw = sweep.workload().equals(workload) && sweep.raw() != null ? sweep.raw() : raw;
      }
      any |= raw != null;
      cells.add(raw == null ? Ledger.Cell.of("–", "", "no point was measured") : cell(raw, null));
      cells.add(
          raw == null
              ? Ledger.Cell.of("–", "", "no point was measured")
              : new Ledger.Cell(
                  Figures.figure(raw.score()) + " " + Figures.time(raw.unit()),
                  raw.cpu() == null ? "" : "cpu " + Figures.cpu(raw.cpu(), raw.unit()),
                  Quoted.name(raw.trial()),
                  LedgerViews.flame(prices.get(raw.trial()))));
    }
    if (any) {
      rows.add(
          new Ledger.Row("the bare loop", "RAW", false, NO_CONSTRUCT, cells, null, "", List.of()));
    }
  }

  /** Returns how much faster the bare loop is than the baseline, and what that is for a task. */
  static Ledger.Cell cell(Sweep.Raw raw, Ledger.Flame flame) {
    Interval ratio = raw.speedup().interval();
    Interval adds = raw.interval();
    String task = "SERIAL adds %s a task".formatted(nanos(raw.baselineAdds()));
    return new Ledger.Cell(
        Figures.times(raw.speedup().value()),
        ratio == null ? "no interval" : Figures.timesInterval(ratio),
        adds == null
            ? task
            : task + ", 95 %% interval %s to %s".formatted(nanos(adds.low()), nanos(adds.high())),
        flame);
  }

  private static String nanos(double nanos) {
    return (nanos < 0 ? "−" : "") + Words.amount(Math.abs(nanos), "ns");
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
        point.cost().cpu() == null ? "" : "cpu " + Figures.cpu(point.cost().cpu(), point.unit());
    return new Ledger.Cell(
        Figures.figure(point.score()) + " " + Figures.time(point.unit()),
        cpu,
        Quoted.name(point.trial()),
        LedgerViews.flame(prices.get(point.trial())));
  }
}
