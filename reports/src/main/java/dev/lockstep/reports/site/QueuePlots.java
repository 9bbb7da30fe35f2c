/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import static dev.lockstep.reports.site.LogAxis.px;

import dev.lockstep.reports.report.Pipelines;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Draws throughput by queue and bound: a line of marks per queue, on a logarithmic scale. */
final class QueuePlots {
  private static final int WIDTH = 520;
  private static final int LEFT = 150;
  private static final int RIGHT = 26;
  private static final int TOP = 8;
  private static final int STEP = 22;
  private static final int FOOT = 34;

  private QueuePlots() {}

  /** Returns the layouts that were measured without latency, in order. */
  static List<String> layouts(List<Row> rows) {
    TreeSet<String> layouts = new TreeSet<>();
    rows.stream().filter(QueuePlots::drawn).forEach(row -> layouts.add(row.layout()));
    return List.copyOf(layouts);
  }

  private static boolean drawn(Row row) {
    return !row.waits() && !"VIRTUAL".equals(row.thread());
  }

  /** Returns the drawing of a layout, or null if there is only one figure to draw. */
  static Plot of(Pipelines pipelines, String layout) {
    Map<String, List<Row>> kinds = new LinkedHashMap<>();
    TreeSet<String> capacities =
        new TreeSet<>(Comparator.comparingInt(QueuePlots::room).thenComparing(each -> each));
    int figures = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Row row : pipelines.rows()) {
      if (drawn(row) && row.layout().equals(layout)) {
        kinds.computeIfAbsent(row.construct(), kind -> new ArrayList<>()).add(row);
        capacities.add(row.capacity());
        low = Math.min(low, row.rate().value());
        high = Math.max(high, row.rate().value());
        figures++;
      }
    }
    if (figures < 2) {
      return null;
    }
    List<String> order = List.copyOf(capacities);
    List<List<Row>> sorted = new ArrayList<>(kinds.values());
    sorted.sort(
        Comparator.comparingDouble(
            rows -> -rows.stream().mapToDouble(row -> row.rate().value()).max().orElse(0)));
    LogAxis axis = new LogAxis(low, high, LEFT, WIDTH - RIGHT);
    int bottom = TOP + STEP * sorted.size();
    List<Plot.Line> lines = new ArrayList<>();
    List<Plot.Mark> marks = new ArrayList<>();
    List<Plot.Text> texts = new ArrayList<>();
    for (double decade : axis.ticks()) {
      String x = px(axis.at(decade));
      lines.add(new Plot.Line("grid", "%s,%s %s,%s".formatted(x, TOP, x, bottom)));
      texts.add(new Plot.Text("tick", x, px(bottom + 13), "middle", Figures.rate(decade)));
    }
    texts.add(
        new Plot.Text(
            "tick", px((LEFT + WIDTH) / 2.0), px(bottom + 28), "middle", "items a second"));
    for (int i = 0; i < sorted.size(); i++) {
      double y = TOP + STEP * (i + 0.5);
      draw(sorted.get(i), order, axis, y, lines, marks, texts);
    }
    List<Plot.Key> legend = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      legend.add(new Plot.Key(LogAxis.style(i), QueuesPages.heading(order.get(i))));
    }
    return new Plot(
        "Throughput by queue and bound, " + Quoted.name(layout) + " workers",
        "without latency, logarithmic; the figures of 1/1/1 stand in the tables above",
        WIDTH,
        bottom + FOOT,
        legend,
        lines,
        marks,
        texts);
  }

  private static int room(String capacity) {
    return capacity.matches("[0-9]{1,9}") ? Integer.parseInt(capacity) : Integer.MAX_VALUE;
  }

  private static void draw(
      List<Row> rows,
      List<String> order,
      LogAxis axis,
      double y,
      List<Plot.Line> lines,
      List<Plot.Mark> marks,
      List<Plot.Text> texts) {
    Row first = rows.get(0);
    double left = Double.POSITIVE_INFINITY;
    double right = 0;
    for (Row row : rows) {
      double x = axis.at(row.rate().value());
      left = Math.min(left, x);
      right = Math.max(right, x);
      int index = order.indexOf(row.capacity());
      marks.add(
          new Plot.Mark(
              LogAxis.style(index),
              px(x),
              px(y),
              LogAxis.shape(index),
              "%s, %s: %s items a second"
                  .formatted(
                      Quoted.name(row.kind()),
                      QueuesPages.heading(row.capacity()),
                      Figures.rounded(row.rate().value()))));
    }
    lines.add(new Plot.Line("span", "%s,%s %s,%s".formatted(px(left), px(y), px(right), px(y))));
    texts.add(
        new Plot.Text(
            first.queue() ? "name" : "name other",
            px(LEFT - 10),
            px(y + 4),
            "end",
            (first.queue() ? "" : "line ") + Quoted.name(first.kind())));
  }
}
