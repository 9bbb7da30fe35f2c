/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import static dev.lockstep.reports.site.LogAxis.px;

import dev.lockstep.reports.report.FanOut;
import dev.lockstep.reports.report.FanOut.Crossover;
import dev.lockstep.reports.report.FanOut.Row;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts what is known of fan-out into the words of the page. */
final class FanOutPages {
  private static final List<String> CORRECTIONS =
      List.of(
          "The Python chapter says that coroutines overlap I/O and that threads are dear; a virtual"
              + " thread is both: blocking code, and no thread of the system while it waits.",
          "Constructing a thread starts nothing, start() does; a pool starts its threads with the"
              + " first tasks and keeps them, so a fan-out through it starts none. Neither needs a"
              + " subclass of Thread, which most of the Python chapter makes: the work is handed"
              + " in.");

  private static final int WIDTH = 660;
  private static final int HEIGHT = 250;
  private static final int LEFT = 56;
  private static final int RIGHT = 175;
  private static final int TOP = 10;
  private static final int BOTTOM = 212;
  private static final int LABEL = 12;

  private final FanOut fanOut;
  private final Map<String, Price> prices = new HashMap<>();

  private FanOutPages(Report report) {
    this.fanOut = report.fanout();
    report.prices().forEach(price -> prices.put(price.trial(), price));
  }

  /** Returns the page, or null if no fan-out was measured. */
  static FanOutPage of(Report report) {
    FanOut fanOut = report.fanout();
    if (fanOut.rows().isEmpty()) {
      return null;
    }
    FanOutPages pages = new FanOutPages(report);
    Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : fanOut.rows()) {
      groups.computeIfAbsent(List.of(row.work(), row.setting()), key -> new ArrayList<>()).add(row);
    }
    List<List<Row>> ordered = new ArrayList<>(groups.values());
    List<Row> first = ordered.get(0);
    for (List<Row> each : ordered) {
      first = telling(each) > telling(first) ? each : first;
    }
    List<Table> others = new ArrayList<>();
    for (List<Row> each : ordered) {
      if (!each.equals(first)) {
        others.add(pages.table(each));
      }
    }
    return new FanOutPage(
        Evidence.of(report, fanOut.findings()),
        pages.table(first),
        plot(first),
        pages.crossovers(),
        others,
        CORRECTIONS);
  }

  /** Requests that wait longest tell most, and of those the setting with most figures. */
  private static double telling(List<Row> rows) {
    Row row = rows.get(0);
    return (row.work().equals("REQUEST") && row.ideal() != null ? 1e9 : 0)
        + row.ioMillis() * 1e4
        + rows.size();
  }

  private static String mechanism(Row row) {
    boolean named = row.workers() == null || row.kind().equals("SERIAL");
    return Quoted.name(row.kind()) + (named ? "" : ", " + Counts.workers(row.workers()));
  }

  private static String title(Row row) {
    return (row.work().equals("LIFE") ? "Game of Life, a task per cell, " : "Tasks that wait: ")
        + Quoted.name(row.setting());
  }

  private Table table(List<Row> group) {
    TreeSet<Long> counts = new TreeSet<>();
    Map<String, Map<Long, Row>> rows = new LinkedHashMap<>();
    Map<String, String> labels = new HashMap<>();
    for (Row row : group) {
      counts.add(row.tasks());
      rows.computeIfAbsent(mechanism(row), name -> new TreeMap<>()).put(row.tasks(), row);
      labels.put(mechanism(row), Quoted.name(row.label()));
    }
    boolean life = group.get(0).work().equals("LIFE");
    List<Table.Row> all = new ArrayList<>();
    rows.forEach(
        (name, byTasks) -> {
          List<Ledger.Cell> cells = new ArrayList<>();
          counts.forEach(tasks -> cells.add(cell(byTasks.get(tasks))));
          all.add(new Table.Row(labels.get(name), name, cells));
        });
    return new Table(
        title(group.get(0)),
        life
            ? "milliseconds until all cells of one generation are computed; times as fast as the"
                + " plain loop"
            : "milliseconds until all tasks are done; small: by what the latencies alone take, one"
                + " for mechanisms without a bound, ceil(tasks / workers) of them for pools",
        "mechanism",
        counts.stream().map(n -> Figures.count(n) + (life ? " cells" : " tasks")).toList(),
        all);
  }

  private Ledger.Cell cell(Row row) {
    if (row == null) {
      return Ledger.Cell.of("", "", "not measured");
    }
    String small =
        row.overIdeal() != null
            ? Figures.times(row.overIdeal())
            : row.serial() == null ? "" : Figures.times(row.serial().value()) + " serial";
    String interval =
        row.time().interval() == null
            ? "no interval"
            : "95 % interval " + Figures.interval(row.time().interval());
    return new Ledger.Cell(
        Figures.figure(row.time().nanos() / 1e6),
        small,
        interval + ", " + Quoted.name(row.trial()),
        LedgerViews.flame(prices.get(row.trial())));
  }

  private Table crossovers() {
    List<Table.Row> rows = new ArrayList<>();
    for (Crossover each : fanOut.crossovers()) {
      String where =
          switch (each.where()) {
            case "NEVER" -> "never";
            case "ALWAYS" -> "always";
            default -> "from " + Figures.count(each.tasks());
          };
      String interval =
          each.ratio().interval() == null ? "" : Figures.timesInterval(each.ratio().interval());
      rows.add(
          new Table.Row(
              (each.work().equals("LIFE") ? "LIFE, " : "") + Quoted.name(each.setting()),
              Quoted.name(each.kind()) + " against " + Quoted.name(each.other()),
              List.of(
                  Ledger.Cell.of(where, "up to " + Figures.count(each.most()), ""),
                  Ledger.Cell.of(Figures.times(each.ratio().value()), interval, ""))));
    }
    return rows.isEmpty()
        ? null
        : new Table(
            "From how many tasks on it is faster",
            "by the 95 % interval of the ratio, at every number of tasks from there on",
            "mechanisms",
            List.of("faster", "at the most tasks"),
            rows);
  }

  /** Draws time against tasks, or returns null if nothing was measured at several numbers. */
  private static Plot plot(List<Row> group) {
    Map<String, Map<Long, Row>> series = new LinkedHashMap<>();
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    TreeSet<Long> counts = new TreeSet<>();
    for (Row row : group) {
      if (row.tasks() > 0) {
        series.computeIfAbsent(mechanism(row), name -> new TreeMap<>()).put(row.tasks(), row);
        counts.add(row.tasks());
        low = Math.min(low, row.time().nanos() / 1e6);
        high = Math.max(high, row.time().nanos() / 1e6);
      }
    }
    if (series.values().stream().noneMatch(points -> points.size() > 1)) {
      return null;
    }
    LogAxis across =
        new LogAxis((double) counts.first(), (double) counts.last(), LEFT, WIDTH - RIGHT);
    LogAxis up = new LogAxis(low, high, BOTTOM, TOP);
    List<Plot.Line> lines = new ArrayList<>();
    List<Plot.Mark> marks = new ArrayList<>();
    List<Plot.Text> texts = new ArrayList<>();
    for (double decade : up.ticks()) {
      String y = px(up.at(decade));
      lines.add(new Plot.Line("grid", "%s,%s %s,%s".formatted(LEFT, y, WIDTH - RIGHT, y)));
      texts.add(
          new Plot.Text(
              "tick", px(LEFT - 8), px(up.at(decade) + 4), "end", Figures.nanos(decade * 1e6)));
    }
    for (double decade : across.ticks()) {
      texts.add(
          new Plot.Text(
              "tick", px(across.at(decade)), px(BOTTOM + 16), "middle", Figures.rounded(decade)));
    }
    texts.add(
        new Plot.Text(
            "tick", px((LEFT + WIDTH - RIGHT) / 2.0), px(BOTTOM + 32), "middle", "tasks"));
    List<String> names = List.copyOf(series.keySet());
    Map<String, Double> ends = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> points = new ArrayList<>();
      for (Row row : series.get(names.get(i)).values()) {
        double x = across.at((double) row.tasks());
        double y = up.at(row.time().nanos() / 1e6);
        points.add(px(x) + "," + px(y));
        marks.add(
            new Plot.Mark(
                LogAxis.style(i),
                px(x),
                px(y),
                LogAxis.shape(i),
                "%s, %s tasks: %s"
                    .formatted(
                        names.get(i),
                        Figures.count(row.tasks()),
                        Figures.nanos(row.time().nanos()))));
        if (row.tasks() == counts.last()) {
          ends.put(names.get(i), y);
        }
      }
      lines.add(new Plot.Line("series " + LogAxis.style(i), String.join(" ", points)));
    }
    stopped(names, ends, series, across, up, texts);
    labels(ends, lines, texts);
    return new Plot(
        title(group.get(0)),
        "time until all are done, both axes logarithmic",
        WIDTH,
        HEIGHT,
        List.of(),
        lines,
        marks,
        texts);
  }

  /** Names of lines that end early stand above their ends, one above the other. */
  private static void stopped(
      List<String> names,
      Map<String, Double> ends,
      Map<String, Map<Long, Row>> series,
      LogAxis across,
      LogAxis up,
      List<Plot.Text> texts) {
    Map<String, Integer> taken = new HashMap<>();
    for (String name : names) {
      if (!ends.containsKey(name)) {
        List<Row> rows = List.copyOf(series.get(name).values());
        Row last = rows.get(rows.size() - 1);
        double y = up.at(last.time().nanos() / 1e6);
        // What ends within the height of a label of another shares its place.
        int above = taken.merge(last.tasks() + " " + Math.round(y / LABEL), 1, Integer::sum);
        texts.add(
            new Plot.Text(
                "name",
                px(across.at((double) last.tasks()) + 8),
                px(y + 4 - LABEL * (above - 1.0)),
                "start",
                name));
      }
    }
  }

  /** Names of the others stand behind the ends, spread where those meet, and tied to them. */
  private static void labels(
      Map<String, Double> ends, List<Plot.Line> lines, List<Plot.Text> texts) {
    List<String> sorted = new ArrayList<>(ends.keySet());
    if (sorted.isEmpty()) {
      return;
    }
    sorted.sort((a, b) -> Double.compare(ends.get(a), ends.get(b)));
    double room = Math.min(LABEL, (double) (BOTTOM - TOP) / sorted.size());
    double[] to = new double[sorted.size()];
    double y = TOP - room;
    for (int i = 0; i < to.length; i++) {
      y = Math.max(ends.get(sorted.get(i)), y + room);
      to[i] = y;
    }
    y = BOTTOM + room;
    for (int i = to.length - 1; i >= 0; i--) {
      y = Math.min(to[i], y - room);
      to[i] = y;
    }
    for (int i = 0; i < to.length; i++) {
      lines.add(
          new Plot.Line(
              "tie",
              "%s,%s %s,%s"
                  .formatted(
                      px(WIDTH - RIGHT + 6),
                      px(ends.get(sorted.get(i))),
                      px(WIDTH - RIGHT + 14),
                      px(to[i]))));
      texts.add(
          new Plot.Text("name", px(WIDTH - RIGHT + 18), px(to[i] + 4), "start", sorted.get(i)));
    }
  }
}
