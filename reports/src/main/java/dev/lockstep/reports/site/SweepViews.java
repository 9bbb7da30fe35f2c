/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.ReportJson;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Makes of each workload a table and the data of its chart. */
final class SweepViews {
  private static final String SEED = "_SEED";

  /** Kinds that stand out where there are too many lines for as many colours. */
  private static final List<String> TELLING =
      List.of("FIXED", "FORK_JOIN_SPLIT", "PROCESS_POOL", "VIRTUAL", "THREAD_PER_TASK");

  private final Map<String, List<Sweep>> workloads = new LinkedHashMap<>();
  private final Map<String, List<Sweep>> others = new LinkedHashMap<>();
  private final Map<String, Price> prices = new HashMap<>();
  private final int cores;

  SweepViews(Report report) {
    report.prices().forEach(price -> prices.put(price.trial(), price));
    cores = report.coverage().cores() == null ? 0 : report.coverage().cores();
    for (Sweep sweep : report.sweeps()) {
      if (!sweep.points().isEmpty()) {
        (sweep.workload().endsWith(SEED) ? workloads : others)
            .computeIfAbsent(sweep.workload(), w -> new ArrayList<>())
            .add(sweep);
      }
    }
    if (workloads.isEmpty()) {
      workloads.putAll(others);
      others.clear();
    }
  }

  List<SweepView> all() {
    List<SweepView> views = new ArrayList<>();
    workloads.forEach(
        (workload, sweeps) ->
            views.add(view("chart-" + views.size(), Quoted.name(workload), sweeps)));
    return views;
  }

  private record Chart(String id, List<Line> lines, List<List<Double>> bound) {}

  /**
   * Points are workers, speed-up, low and high; a mark is the speed-up of a kind without workers.
   */
  private record Line(String kind, List<List<Double>> points, Double mark, boolean telling) {}

  private record Charts(int cores, List<Chart> charts) {}

  /** Returns the data of all charts as JSON that cannot end a script element. */
  String chartJson() {
    List<Chart> charts = new ArrayList<>();
    for (List<Sweep> sweeps : workloads.values()) {
      List<List<Double>> bound = new ArrayList<>();
      for (Integer w : workers(sweeps)) {
        Double least = bound(sweeps, w);
        if (w != null && least != null) {
          bound.add(List.of(w.doubleValue(), least));
        }
      }
      charts.add(new Chart("chart-" + charts.size(), lines(sweeps), bound));
    }
    return ReportJson.inScript(new Charts(cores, charts));
  }

  private static List<Line> lines(List<Sweep> sweeps) {
    List<Line> lines = new ArrayList<>();
    String best = best(sweeps);
    for (Sweep sweep : sweeps) {
      List<List<Double>> points = new ArrayList<>();
      Double mark = null;
      for (Sweep.Point point : sweep.points()) {
        if (point.workers() == null) {
          mark = point.speedup();
        } else if (point.interval() == null) {
          points.add(List.of(point.workers().doubleValue(), point.speedup()));
        } else {
          points.add(
              List.of(
                  point.workers().doubleValue(),
                  point.speedup(),
                  point.interval().low(),
                  point.interval().high()));
        }
      }
      if (!sweep.baseline()) {
        boolean telling = TELLING.contains(sweep.kind()) || sweep.kind().equals(best);
        lines.add(new Line(Quoted.name(sweep.kind()), points, mark, telling));
      }
    }
    return lines;
  }

  private static String best(List<Sweep> sweeps) {
    String best = "";
    double most = 0;
    for (Sweep sweep : sweeps) {
      for (Sweep.Point point : sweep.points()) {
        best = point.speedup() > most ? sweep.kind() : best;
        most = Math.max(most, point.speedup());
      }
    }
    return best;
  }

  private SweepView view(String id, String workload, List<Sweep> sweeps) {
    List<Integer> workers = workers(sweeps);
    List<SweepView.Row> rows = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      List<Ledger.Cell> cells = new ArrayList<>();
      if (sweep.raw() != null) {
        rows.add(new SweepView.Row("RAW", raw(sweep.raw(), workers)));
      }
      for (Integer w : workers) {
        cells.add(cell(sweep, w));
      }
      rows.add(new SweepView.Row(Quoted.name(sweep.kind()), cells));
    }
    List<String> bounds = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    for (Integer w : workers) {
      Double least = bound(sweeps, w);
      bounds.add(least == null ? "–" : Figures.times(least));
      headings.add(w == null ? "one per task" : w == 1 ? "1 worker" : w + " workers");
    }
    return new SweepView(
        id,
        workload,
        "Speed-up over SERIAL by workers on " + workload + "; the table below has the same points",
        headings,
        rows,
        bounds,
        sweeps.get(0).fit().why());
  }

  /** The bare loop, which has one worker as its baseline has, and nothing else. */
  private List<Ledger.Cell> raw(Sweep.Raw raw, List<Integer> workers) {
    List<Ledger.Cell> cells = new ArrayList<>();
    for (Integer w : workers) {
      cells.add(
          w != null && w == 1
              ? ExecutorView.cell(raw, LedgerViews.flame(prices.get(raw.trial())))
              : Ledger.Cell.of("", "", ""));
    }
    return cells;
  }

  private Ledger.Cell cell(Sweep sweep, Integer workers) {
    for (Sweep.Point point : sweep.points()) {
      if (Objects.equals(point.workers(), workers)) {
        List<String> small = new ArrayList<>();
        if (sweep.baseline()) {
          small.add("baseline");
        } else {
          small.add(
              point.interval() == null ? "no interval" : Figures.timesInterval(point.interval()));
        }
        return new Ledger.Cell(
            Figures.times(point.speedup()),
            String.join(" ", small),
            PointCells.title(point, false),
            LedgerViews.flame(prices.get(point.trial())));
      }
    }
    return Ledger.Cell.of("", "", "");
  }

  /** The least bound of all kinds: a kind that splits tasks may pass it. */
  private static Double bound(List<Sweep> sweeps, Integer workers) {
    Double least = null;
    for (Sweep sweep : sweeps) {
      for (Sweep.Point point : sweep.points()) {
        boolean here = Objects.equals(point.workers(), workers);
        if (here && point.makespanBound() != null) {
          least = least == null ? point.makespanBound() : Math.min(least, point.makespanBound());
        }
      }
    }
    return least;
  }

  private static List<Integer> workers(List<Sweep> sweeps) {
    TreeSet<Integer> workers = new TreeSet<>(Comparator.nullsLast(Comparator.naturalOrder()));
    for (Sweep sweep : sweeps) {
      sweep.points().forEach(point -> workers.add(point.workers()));
    }
    return new ArrayList<>(workers);
  }
}
