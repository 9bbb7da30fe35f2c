/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.run.JsonView;
import dev.lockstep.reports.run.Quoted;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Tells what a report derives of queues, lines, fan-out and units. */
final class ExplainPipelines {
  private final PrintWriter out;
  private final String id;
  private int found;

  private ExplainPipelines(PrintWriter out, String id) {
    this.out = out;
    this.id = id;
  }

  /** Prints all that is derived of an id, and returns how many things that were. */
  static int print(PrintWriter out, JsonView report, String id) {
    ExplainPipelines explain = new ExplainPipelines(out, id);
    for (String key : List.of("pipelines", "fanout", "units", "latency")) {
      JsonView part = report.objectOrNull(key);
      // A report of an older version has none of them.
      if (part != null) {
        explain.part(key, part);
      }
    }
    return explain.found;
  }

  private void part(String key, JsonView part) {
    switch (key) {
      case "pipelines" -> part.list("rows").forEach(this::row);
      case "fanout" -> part.list("rows").forEach(this::tasks);
      case "latency" -> {
        part.list("samples").forEach(this::percentiles);
        part.list("openLoops").forEach(this::percentiles);
      }
      default -> {
        part.list("starts").forEach(each -> time("Start", "", each));
        part.list("handoffs").forEach(each -> time("Round trip", depth(each), each));
      }
    }
    for (JsonView each : part.list("findings")) {
      if (id.equals(each.text("id")) || each.texts("trials").contains(id)) {
        line(Quoted.line(each.text("sentence")));
      }
    }
  }

  private void percentiles(JsonView row) {
    if (about(row) || id.equals(row.text("trial"))) {
      List<String> told = new ArrayList<>();
      for (String name : List.of("p50", "p99", "p999", "max")) {
        JsonView figure = row.objectOrNull(name);
        told.add(
            name + " " + (figure == null ? "–" : Words.figure(figure.number("value")) + " ns"));
      }
      line("Latency of %s: %s".formatted(Quoted.name(row.text("trial")), String.join(", ", told)));
    }
  }

  private boolean about(JsonView view) {
    return id.equals(view.text("construct"));
  }

  private void line(String text) {
    found++;
    out.println("  " + text);
  }

  private void row(JsonView row) {
    if (!about(row)) {
      return;
    }
    List<String> more = new ArrayList<>();
    JsonView direct = row.objectOrNull("direct");
    if (direct != null) {
      more.add(Words.figure(direct.object("ratio").number("value")) + " times DIRECT");
    }
    if (row.has("overCpython")) {
      more.add(Words.figure(row.number("overCpython")) + " times CPython");
    }
    JsonView bound = row.objectOrNull("bound");
    if (bound != null) {
      more.add(Words.percent(bound.number("share")) + " of the bound");
    }
    line(
        "%s, capacity %s, latency %s µs%s: %s items a second%s"
            .formatted(
                Quoted.name(row.text("layout")),
                Quoted.name(row.text("capacity")),
                Quoted.name(row.text("latencyMicros")),
                row.has("thread") ? ", " + Quoted.name(row.text("thread")) : "",
                Words.count(Math.round(row.object("rate").number("value"))),
                more.isEmpty() ? "" : ", " + String.join(", ", more)));
  }

  private void tasks(JsonView row) {
    if (about(row)) {
      JsonView time = row.object("time");
      Double ideal = row.numberOrNull("overIdeal");
      line(
          "%s tasks, %s: %s %s%s"
              .formatted(
                  Words.count(row.count("tasks")),
                  Quoted.name(row.text("setting")),
                  Words.figure(time.number("value")),
                  Quoted.name(time.text("unit")),
                  ideal == null
                      ? ""
                      : ", " + Words.figure(ideal) + " times what the latencies alone take"));
    }
  }

  private static String depth(JsonView handoff) {
    return " through %s, %s".formatted(handoff.count("depth"), Quoted.name(handoff.text("thread")));
  }

  private void time(String what, String where, JsonView view) {
    if (about(view)) {
      JsonView time = view.object("time");
      line(
          "%s%s: %s %s"
              .formatted(
                  what, where, Words.figure(time.number("value")), Quoted.name(time.text("unit"))));
    }
  }
}
