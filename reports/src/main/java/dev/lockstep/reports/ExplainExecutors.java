/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.run.JsonView;
import dev.lockstep.reports.run.Quoted;
import java.io.PrintWriter;
import java.util.List;

/** Tells what a report derives of executors. */
final class ExplainExecutors {
  private final PrintWriter out;
  private final String id;
  private int found;

  private ExplainExecutors(PrintWriter out, String id) {
    this.out = out;
    this.id = id;
  }

  /** Prints all that is derived of an id, and returns how many things that were. */
  static int print(PrintWriter out, JsonView report, String id) {
    ExplainExecutors explain = new ExplainExecutors(out, id);
    JsonView executors = report.objectOrNull("executors");
    if (executors != null) {
      executors.list("kinds").forEach(explain::kind);
      executors.list("best").forEach(explain::best);
    }
    return explain.found;
  }

  private boolean about(JsonView view) {
    return id.equals(view.textOrNull("construct"));
  }

  private void kind(JsonView kind) {
    if (!about(kind)) {
      return;
    }
    found++;
    out.println();
    out.println("Executor " + Quoted.name(kind.text("kind")));
    for (JsonView at : kind.list("atCores")) {
      out.println("  " + Quoted.name(at.text("workload")) + ": " + point(at.object("point")));
    }
    JsonView grain = kind.objectOrNull("grain");
    if (grain != null) {
      out.println(
          "  A task costs %s ns of core time beyond what it costs in SERIAL, from %s workloads"
              .formatted(signed(grain, "overheadNanos"), grain.count("points")));
    }
  }

  /** An overhead may come out below 0, which the strict reader takes for damage. */
  private static String signed(JsonView view, String name) {
    return Words.figure(view.signed(name));
  }

  private static String point(JsonView point) {
    Long workers = point.countOrNull("workers");
    Double share = point.numberOrNull("boundEfficiency");
    List<Double> interval = point.numbers("interval");
    Double cpu = point.object("cost").numberOrNull("inflation");
    return "%s× as fast as serial%s%s%s%s"
        .formatted(
            Words.figure(point.number("speedup")),
            interval.size() < 2
                ? ""
                : " [%s, %s]"
                    .formatted(Words.figure(interval.get(0)), Words.figure(interval.get(1))),
            workers == null ? "" : " with " + workers + " workers",
            share == null ? "" : ", " + Words.percent(share) + " of the bound",
            cpu == null ? "" : ", CPU time " + Words.figure(cpu) + " times that of SERIAL");
  }

  private void best(JsonView best) {
    if (about(best)) {
      found++;
      out.println();
      best.texts("sentences").forEach(sentence -> out.println("  " + Quoted.line(sentence)));
    }
  }
}
