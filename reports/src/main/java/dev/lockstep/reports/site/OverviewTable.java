/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One row per kind of executor, with all that speaks for or against it. */
final class OverviewTable {
  private static final int THOUSANDS_FROM = 10_000;
  private static final Ledger.Cell NONE = Ledger.Cell.of("–", "", "not measured");

  private final Executors executors;
  private final Map<String, Price> prices;
  private final List<String> columns = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();
  private final List<Function<Executors.Kind, Ledger.Cell>> cells = new ArrayList<>();

  OverviewTable(Report report, Map<String, Price> prices) {
    this.executors = report.executors();
    this.prices = prices;
  }

  Table table() {
    Set<String> seeds = new LinkedHashSet<>();
    for (Executors.Kind kind : executors.kinds()) {
      kind.atCores().forEach(at -> seeds.add(at.workload()));
    }
    column(
        "worker", "worker: what a count means", k -> k.workers() != null, OverviewTable::workers);
    String first = "lists: speed-up over SERIAL, its 95 % interval, share of the makespan bound";
    for (String seed : seeds) {
      column(Quoted.name(seed), first, kind -> true, kind -> speedup(kind, seed));
      first = "";
    }
    String costs = seeds.isEmpty() ? "" : seeds.iterator().next();
    String on = Quoted.name(costs);
    cost(
        "CPU",
        "CPU of all processes by that of SERIAL on " + on + ", share of the cores that was busy",
        costs,
        point -> point.cost().inflation(),
        OverviewTable::cpu);
    cost(
        "bytes",
        "bytes allocated per list",
        costs,
        point -> point.cost().bytes(),
        OverviewTable::bytes);
    cost(
        "switches",
        "context switches per list",
        costs,
        point -> point.cost().voluntarySwitches(),
        OverviewTable::switches);
    column(
        "per task",
        "per task: core time beside its work, beyond that of SERIAL; what SERIAL adds to the bare"
            + " loop stands with RAW",
        kind -> kind.grain() != null,
        OverviewTable::overhead);
    column(
        "task pays from",
        "pays from: steps of a task from which on half (90 %) of the bound is reached",
        kind -> kind.grain() != null,
        OverviewTable::pays);
    column(
        "round trip",
        "round trip: one trivial task there and back",
        kind -> !kind.roundTrips().isEmpty(),
        kind -> figures(kind.roundTrips()));
    column(
        "make, close",
        "make, close: with an empty task per worker between, warmed",
        kind -> !kind.openings().isEmpty(),
        kind -> figures(kind.openings()));
    column(
        "cold : warm",
        "cold: the first run in a JVM that has done nothing of it, pool included",
        kind -> !kind.cold().isEmpty(),
        this::cold);
    List<Table.Row> rows = new ArrayList<>();
    for (Executors.Kind kind : executors.kinds()) {
      rows.add(
          new Table.Row(
              Quoted.name(kind.label()),
              Quoted.name(kind.kind()),
              cells.stream().map(cell -> cell.apply(kind)).toList()));
    }
    return new Table(
        "All kinds at workers = cores",
        String.join("; ", hints) + ".",
        "executor",
        List.copyOf(columns),
        rows);
  }

  private void column(
      String heading,
      String hint,
      Function<Executors.Kind, Boolean> known,
      Function<Executors.Kind, Ledger.Cell> cell) {
    if (executors.kinds().stream().anyMatch(known::apply)) {
      columns.add(heading);
      if (!hint.isEmpty()) {
        hints.add(hint);
      }
      cells.add(cell);
    }
  }

  private void cost(
      String heading,
      String hint,
      String workload,
      Function<Sweep.Point, Double> known,
      Function<Sweep.Point, Ledger.Cell> cell) {
    column(
        heading,
        hint,
        kind -> at(kind, workload) != null && known.apply(at(kind, workload)) != null,
        kind -> {
          Sweep.Point point = at(kind, workload);
          return point == null || known.apply(point) == null ? NONE : cell.apply(point);
        });
  }

  private static Sweep.Point at(Executors.Kind kind, String workload) {
    for (Executors.At each : kind.atCores()) {
      if (each.workload().equals(workload)) {
        return each.point();
      }
    }
    return null;
  }

  private static Ledger.Cell workers(Executors.Kind kind) {
    String means = kind.workers() == null ? "" : kind.workers();
    return switch (means) {
      case "" -> NONE;
      case "NONE" -> Ledger.Cell.of("–", "", "takes no worker count");
      case "POOL" -> Ledger.Cell.of("pool", "", "a thread or process of its own pool");
      case "CARRIERS" -> Ledger.Cell.of("carrier", "", "a carrier of virtual threads");
      case "COMMON_POOL" -> Ledger.Cell.of("common", "", "a thread of the JVM's common pool");
      case "IN_FLIGHT" -> Ledger.Cell.of("in flight", "", "a task that may run at the same time");
      case "SINGLE" -> Ledger.Cell.of("single", "", "one thread, takes no worker count");
      default -> Ledger.Cell.of(Quoted.name(means), "", "");
    };
  }

  private Ledger.Cell speedup(Executors.Kind kind, String workload) {
    Sweep.Point point = at(kind, workload);
    if (point == null) {
      return NONE;
    }
    Ledger.Flame flame = LedgerViews.flame(prices.get(point.trial()));
    if (kind.baseline()) {
      String time = Figures.figure(point.score()) + " " + Figures.time(point.unit());
      return new Ledger.Cell("1×", time, "the others are compared with this", flame);
    }
    List<String> small = new ArrayList<>();
    if (point.interval() != null) {
      small.add(Figures.timesInterval(point.interval()));
    }
    if (point.boundEfficiency() != null) {
      small.add(Figures.percent(point.boundEfficiency()));
    }
    return new Ledger.Cell(
        Figures.times(point.speedup()),
        String.join(" · ", small),
        PointCells.title(point, true),
        flame);
  }

  private static Ledger.Cell cpu(Sweep.Point point) {
    Double busy = point.cost().utilisation();
    return Ledger.Cell.of(
        Figures.times(point.cost().inflation()),
        busy == null ? "" : Figures.percent(busy) + " busy",
        Figures.cpu(point.cost().cpu(), point.unit()) + " " + point.unit());
  }

  private static Ledger.Cell bytes(Sweep.Point point) {
    Double perTask = point.cost().bytesPerTask();
    return Ledger.Cell.of(
        Figures.figure(point.cost().bytes()),
        perTask == null ? "" : Figures.figure(perTask) + " a task",
        "allocated in this process, per list");
  }

  private static Ledger.Cell switches(Sweep.Point point) {
    Double lost = point.cost().involuntarySwitches();
    return Ledger.Cell.of(
        brief(point.cost().voluntarySwitches()),
        lost == null ? "" : brief(lost) + " forced",
        "context switches per list: to wait, and because the core was taken");
  }

  private static String brief(double count) {
    return count < 10 ? String.format(Locale.ROOT, "%.1f", count) : Figures.rounded(count);
  }

  private static Ledger.Cell overhead(Executors.Kind kind) {
    Executors.Grain grain = kind.grain();
    if (grain == null) {
      return NONE;
    }
    String small =
        grain.interval() == null
            ? ""
            : "±" + nanos((grain.interval().high() - grain.interval().low()) / 2);
    return Ledger.Cell.of(
        nanos(grain.overheadNanos()),
        small,
        "core time per task beyond SERIAL's, slope over %s workloads".formatted(grain.points()));
  }

  private static String nanos(double nanos) {
    String sign = nanos < 0 ? "−" : "";
    double size = Math.abs(nanos);
    if (size < 1000) {
      return sign + Figures.figure(size) + " ns";
    }
    return size < 1e6
        ? sign + Figures.figure(size / 1e3) + " µs"
        : sign + Figures.figure(size / 1e6) + " ms";
  }

  private static Ledger.Cell pays(Executors.Kind kind) {
    Executors.Grain grain = kind.grain();
    if (grain == null || grain.half() == null) {
      return NONE;
    }
    return Ledger.Cell.of(
        steps(grain.half()),
        steps(grain.nine()) + " for 90 %",
        "steps per task from which on half and 90 % of the bound are reached");
  }

  private static String steps(Executors.BreakEven even) {
    String steps =
        even.steps() < THOUSANDS_FROM
            ? Figures.count(Math.round(even.steps()))
            : Figures.count(Math.round(even.steps() / 1000)) + " k";
    return switch (even.where()) {
      case "BELOW" -> "≤ " + steps;
      case "ABOVE" -> "> " + steps;
      default -> steps;
    };
  }

  private Ledger.Cell figures(List<Figure> figures) {
    if (figures.isEmpty()) {
      return NONE;
    }
    Figure first = figures.get(0);
    List<String> small = new ArrayList<>();
    if (!first.label().isEmpty()) {
      small.add(Quoted.name(first.label()));
    }
    for (Figure other : figures.subList(1, figures.size())) {
      small.add(Quoted.name(other.label()) + " " + nanos(other.nanos()));
    }
    String title =
        first.interval() == null
            ? "fewer than 3 forks: no interval"
            : "95 % interval " + Figures.interval(first.interval()) + " " + first.unit();
    return new Ledger.Cell(
        nanos(first.nanos()),
        String.join(" · ", small),
        title,
        LedgerViews.flame(prices.get(first.trial())));
  }

  private Ledger.Cell cold(Executors.Kind kind) {
    if (kind.cold().isEmpty()) {
      return NONE;
    }
    Executors.Cold cold = kind.cold().get(0);
    String time = Figures.figure(cold.cold().value()) + " " + Figures.time(cold.cold().unit());
    return new Ledger.Cell(
        cold.ratio() == null ? "–" : Figures.times(cold.ratio().value()),
        time,
        "first run of " + Quoted.name(cold.workload()) + " in a fresh JVM, pool included",
        LedgerViews.flame(prices.get(cold.trial())));
  }
}
