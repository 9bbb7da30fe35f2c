/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.FlameGraph;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Section;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the tables of constructs whose price is one figure per number of threads. */
final class LedgerViews {
  private static final int LEAST_WIDTH = 6;
  private static final int FEW_SAMPLES = 100;

  /** What has a section of its own: too many settings for a column each. */
  private static final Map<String, String> SECTIONS =
      Map.of(
          "PIPELINE", "Choose a queue",
          "HAND_MADE", "Choose a queue",
          "FAN_OUT", "Fan out",
          "SPAWN", "What a unit costs",
          "HANDOFF", "What a unit costs",
          "FOOTPRINT", "What a unit costs",
          "LATENCY", "Latency",
          "OPEN_LOOP", "Latency");

  private final Report report;

  LedgerViews(Report report) {
    this.report = report;
  }

  /** Returns one table per family, in the order of the plan. */
  List<Ledger> all() {
    Map<String, List<Plan.Construct>> families = new LinkedHashMap<>();
    for (Plan.Construct construct : report.constructs()) {
      families.computeIfAbsent(construct.family(), family -> new ArrayList<>()).add(construct);
    }
    families.values().forEach(this::leaveOut);
    families.values().removeIf(List::isEmpty);
    List<Ledger> ledgers = new ArrayList<>();
    families.forEach(
        (family, constructs) -> {
          boolean sweeps =
              report.sweeps().stream()
                  .anyMatch(sweep -> sweep.construct().startsWith(family + ":"));
          String id = Ledger.anchor(family);
          ledgers.add(
              sweeps
                  ? new ExecutorView(report).ledger(id, family, constructs)
                  : ledger(id, family, constructs));
        });
    return ledgers;
  }

  /** Where the proofs of a family stand, or an empty text if it has none. */
  static String proofs(Report report, String family) {
    return MatrixViews.families(report).containsKey(family)
        ? Site.PROOFS + "#" + MatrixView.anchor(family)
        : "";
  }

  /** Families of pure functions have no table here for those whose badges stand in a section. */
  private void leaveOut(List<Plan.Construct> constructs) {
    if (constructs.stream().allMatch(Plan.Construct::pure)) {
      Set<String> elsewhere =
          report.sections().stream()
              .flatMap(section -> section.tables().stream())
              .filter(Section.Table::badges)
              .flatMap(table -> table.rows().stream())
              .map(Section.Row::construct)
              .collect(Collectors.toSet());
      constructs.removeIf(each -> elsewhere.contains(each.id()));
    }
  }

  private static String family(String construct) {
    return construct.substring(0, Math.max(0, construct.indexOf(':')));
  }

  /** One column: the same benchmark with the same threads and the same further parameters. */
  private record Column(String benchmark, String rest, int threads) {}

  private Ledger ledger(String id, String family, List<Plan.Construct> constructs) {
    Map<Column, Map<String, Price>> columns =
        new TreeMap<>(
            Comparator.comparing(Column::benchmark)
                .thenComparing(Column::rest)
                .thenComparingInt(Column::threads));
    for (Price price : report.prices()) {
      if (price.construct() != null
          && price.construct().startsWith(family + ":")
          && price.workload() == null
          && !elsewhere(price)
          && !price.params().containsKey("startBarrier")) {
        columns
            .computeIfAbsent(column(price), column -> new TreeMap<>())
            .put(price.construct(), price);
      }
    }
    Column last = null;
    for (Column column : columns.keySet()) {
      last = last == null || column.threads() >= last.threads() ? column : last;
    }
    Map<String, Price> contended = last == null ? Map.of() : columns.get(last);
    double[] range = range(contended);
    boolean losses =
        columns.values().stream()
            .flatMap(prices -> prices.values().stream())
            .anyMatch(price -> price.lost() != null);
    List<Ledger.Row> rows = new ArrayList<>();
    for (Plan.Construct construct : constructs) {
      rows.add(row(construct, columns, contended.get(construct.id()), range));
    }
    boolean one = columns.keySet().stream().map(Column::benchmark).distinct().count() < 2;
    return new Ledger(
        id,
        "Ledger: " + Quoted.name(family),
        hint(family, columns),
        proofs(report, family),
        columns.keySet().stream().map(column -> heading(column, one)).toList(),
        range == null ? "" : last.threads() > 1 ? "cost under contention" : "cost",
        losses,
        rows);
  }

  private static boolean elsewhere(Price price) {
    return price.role() != null && SECTIONS.containsKey(price.role());
  }

  private static Column column(Price price) {
    Map<String, String> rest = new TreeMap<>(price.params());
    String name = price.construct().substring(price.construct().indexOf(':') + 1);
    rest.values().removeIf(name::equals);
    return new Column(price.benchmark(), rest.isEmpty() ? "" : rest.toString(), price.threads());
  }

  private static String heading(Column column, boolean one) {
    String threads = column.threads() + (column.threads() == 1 ? " thread" : " threads");
    String rest = column.rest().isEmpty() ? "" : " " + Quoted.name(column.rest());
    return one ? threads + rest : method(column.benchmark()) + ", " + threads + rest;
  }

  private static String method(String benchmark) {
    return Quoted.name(benchmark.substring(benchmark.lastIndexOf('.') + 1));
  }

  private String hint(String family, Map<Column, Map<String, Price>> columns) {
    String unit = null;
    String method = null;
    boolean same = true;
    for (Map.Entry<Column, Map<String, Price>> each : columns.entrySet()) {
      for (Price price : each.getValue().values()) {
        same &= unit == null || Objects.equals(unit, price.unit());
        same &= method == null || method.equals(method(price.benchmark()));
        unit = price.unit();
        method = method(price.benchmark());
      }
    }
    if (unit == null) {
      return whyNoPrice(family);
    }
    String what = same && unit.endsWith("/op") ? Figures.time(unit) + " per " + method : "score";
    return what + ", [95 % interval] over forks; cpu of all processes; hatched: fast and wrong";
  }

  /** The reason that the plan gives for most of the family. */
  private String whyNoPrice(String family) {
    for (Price price : report.prices()) {
      boolean here = price.construct() != null && family(price.construct()).equals(family);
      if (here && price.measured() && elsewhere(price)) {
        return "its prices stand under " + SECTIONS.get(price.role());
      }
    }
    Map<String, Integer> reasons = new TreeMap<>();
    for (Plan.LeftOut out : report.coverage().notRun()) {
      boolean here = out.construct() != null && out.construct().startsWith(family + ":");
      if (out.kind().equals("TRIAL") && here) {
        reasons.merge(out.why(), 1, Integer::sum);
      }
    }
    return reasons.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> "no price here: " + Quoted.name(most.getKey()))
        .orElse("no price was measured");
  }

  private Ledger.Row row(
      Plan.Construct construct,
      Map<Column, Map<String, Price>> columns,
      Price contended,
      double[] range) {
    List<Ledger.Cell> cells = new ArrayList<>();
    List<Ledger.Flame> flames = new ArrayList<>();
    columns.forEach(
        (column, prices) -> {
          Price price = prices.get(construct.id());
          cells.add(cell(price));
          flame(price, Integer.toString(column.threads()), flames);
        });
    boolean racy = "RACY".equals(construct.guarantee());
    return new Ledger.Row(
        Quoted.name(construct.label()),
        Quoted.name(construct.name()),
        racy,
        badge(construct),
        cells,
        width(contended, range),
        contended == null || contended.lostFraction() == null
            ? ""
            : contended.lostFraction() == 0 ? "0" : Words.percent(contended.lostFraction()),
        flames);
  }

  /** A guarantee that a trial has seen broken outweighs every proof. */
  private Badge badge(Plan.Construct construct) {
    for (Price price : report.prices()) {
      boolean here = construct.id().equals(price.construct());
      if (here
          && "EXACT".equals(construct.guarantee())
          && price.lost() != null
          && price.lost() > 0) {
        return new Badge("no", "broken", "lost updates in " + Quoted.name(price.trial()));
      }
    }
    return Badge.of(report, construct);
  }

  /** Adds a link to the flame graph of a price, with its others beside it, if it has one. */
  static void flame(Price price, String text, List<Ledger.Flame> flames) {
    if (price != null && price.flame() != null) {
      String title = text.isEmpty() ? "flame graph" : "flame graph, " + text + " threads";
      FlameGraph cpu = price.flames().get(0);
      String compiler = "JIT " + Math.round(100 * cpu.compilerShare()) + " %";
      List<Ledger.Flame> more = new ArrayList<>();
      for (FlameGraph graph : price.flames().subList(1, price.flames().size())) {
        if (graph.html() != null) {
          more.add(
              flame(
                  price,
                  graph,
                  graph.event(),
                  "%s (%s)".formatted(title, graph.event()),
                  List.of()));
        }
      }
      String shown = price.wasProfiledCold() ? (text + " " + compiler).strip() : text;
      flames.add(flame(price, cpu, shown, title, more));
    }
  }

  private static Ledger.Flame flame(
      Price price, FlameGraph graph, String text, String title, List<Ledger.Flame> more) {
    String all = title;
    if (graph.samples() < FEW_SAMPLES) {
      all += ", no more than %s samples".formatted(graph.samples());
    }
    if (graph.isOfTheCompiler()) {
      all += ", %s of it the JIT compiler".formatted(Words.percent(graph.compilerShare()));
    }
    if (graph.blindToVirtual()) {
      all += "; it sees virtual threads only while they are mounted";
    }
    return new Ledger.Flame(
        text, Figures.link(graph.html()), all, more, PageName.ofTrial(price.trial()));
  }

  /** Returns a link to a price, with its flame graph if it has one; null without a price. */
  static Ledger.Flame flame(Price price) {
    if (price == null) {
      return null;
    }
    List<Ledger.Flame> flames = new ArrayList<>();
    flame(price, "", flames);
    return flames.isEmpty()
        ? new Ledger.Flame("", "", "", List.of(), PageName.ofTrial(price.trial()))
        : flames.get(0);
  }

  static Ledger.Cell cell(Price price) {
    if (price == null) {
      return Ledger.Cell.of("–", "", "not planned");
    }
    if (price.score() == null) {
      String why = price.notes().isEmpty() ? "no result" : Quoted.name(price.notes().get(0));
      String status = price.status().toLowerCase(Locale.ROOT).replace('_', ' ');
      return new Ledger.Cell("–", status, why, null, PageName.ofTrial(price.trial()));
    }
    List<String> small = new ArrayList<>();
    if (!price.modes().isEmpty()) {
      small.add(Words.modes(price.modes()));
    } else {
      small.add(price.interval() == null ? "no interval" : Figures.interval(price.interval()));
    }
    if (price.allCpuPerOp() != null) {
      small.add("cpu " + Figures.cpu(price.allCpuPerOp(), price.unit()));
    }
    String shown =
        price.modes().isEmpty()
            ? Figures.figure(price.score())
            : price.modes().stream()
                .map(mode -> Figures.figure(mode.score()))
                .collect(Collectors.joining(" or "));
    return new Ledger.Cell(
        shown, String.join(" · ", small), "", null, PageName.ofTrial(price.trial()));
  }

  private static double[] range(Map<String, Price> prices) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Price price : prices.values()) {
      if (price.score() != null && price.score() > 0) {
        low = Math.min(low, price.score());
        high = Math.max(high, price.score());
      }
    }
    return high == 0 ? null : new double[] {low, high};
  }

  /** Costs span decades, so the bar is as long as the logarithm. */
  private static Integer width(Price price, double[] range) {
    if (price == null || range == null || price.score() == null || price.score() <= 0) {
      return null;
    }
    double span = StrictMath.log(range[1] / range[0]);
    double place = span == 0 ? 1 : StrictMath.log(price.score() / range[0]) / span;
    return (int) Math.round(LEAST_WIDTH + (100 - LEAST_WIDTH) * place);
  }
}
