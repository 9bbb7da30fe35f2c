/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.FanOut.Crossover;
import dev.lockstep.reports.report.FanOut.Row;
import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the fan-out tells, by rule. */
final class FanOutFindings {
  private final List<Row> rows;
  private final List<Finding> found = new ArrayList<>();

  private FanOutFindings(List<Row> rows) {
    this.rows = rows;
  }

  static List<Finding> of(List<Row> rows, List<Crossover> crossovers) {
    FanOutFindings findings = new FanOutFindings(rows);
    findings.fastest();
    findings.pools();
    findings.life(crossovers);
    return findings.found;
  }

  /** At the most tasks that more than one kind was measured with. */
  private void fastest() {
    String question = "Fastest for many tasks that wait";
    Row most = null;
    for (Row row : rows) {
      boolean several =
          rows.stream().anyMatch(other -> rival(row, other) && !other.kind().equals(row.kind()));
      boolean larger =
          most == null
              || row.tasks() > most.tasks()
              || (row.tasks() == most.tasks() && row.ioMillis() > most.ioMillis());
      most = several && row.ideal() != null && row.work().equals("REQUEST") && larger ? row : most;
    }
    if (most == null) {
      found.add(PipelineFindings.missing("many-tasks", question));
      return;
    }
    Row largest = most;
    List<Row> rivals =
        rows.stream()
            .filter(row -> rival(largest, row))
            .sorted(Comparator.comparingDouble(row -> row.time().nanos()))
            .toList();
    Row best = rivals.get(0);
    Row slowest = rivals.get(rivals.size() - 1);
    found.add(
        new Finding(
            "many-tasks",
            question,
            true,
            "%s: %s tasks of %s take %s ms with %s and %s ms with %s."
                .formatted(
                    question,
                    Words.count(best.tasks()),
                    Quoted.name(best.setting()),
                    millis(best),
                    name(best),
                    millis(slowest),
                    name(slowest)),
            List.of(best.trial(), slowest.trial())));
  }

  private static boolean rival(Row row, Row other) {
    return other.tasks() == row.tasks()
        && other.work().equals(row.work())
        && other.setting().equals(row.setting());
  }

  private void pools() {
    String question = "What a pool makes of latency";
    Row telling = null;
    for (Row row : rows) {
      boolean pool =
          row.kind().equals("FIXED") && row.ideal() != null && row.tasks() > workers(row);
      boolean larger = pool && (telling == null || row.ideal() > telling.ideal());
      telling = larger ? row : telling;
    }
    if (telling == null) {
      found.add(PipelineFindings.missing("pool-latency", question));
      return;
    }
    found.add(
        new Finding(
            "pool-latency",
            question,
            true,
            "%s: %s with %s tasks of %s takes %s ms, %s times the %s ms that so many rounds of waiting take."
                .formatted(
                    question,
                    name(telling),
                    Words.count(telling.tasks()),
                    Quoted.name(telling.setting()),
                    millis(telling),
                    Words.figure(telling.overIdeal()),
                    Words.count(Math.round(telling.ideal()))),
            List.of(telling.trial())));
  }

  private static int workers(Row row) {
    return row.workers() == null ? Integer.MAX_VALUE : row.workers();
  }

  private void life(List<Crossover> crossovers) {
    String question = "When concurrency becomes necessary (Game of Life)";
    List<String> told = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    for (Crossover each : crossovers) {
      if (each.work().equals("LIFE") && each.other().equals(FanOutJudge.SERIAL)) {
        told.add(
            "%s %s (%s)"
                .formatted(
                    Quoted.name(each.kind()),
                    each.tasks() == null
                        ? "never pays up to %s cells".formatted(Words.count(each.most()))
                        : "pays from %s cells on, %s times as fast at %s"
                            .formatted(
                                Words.count(each.tasks()),
                                Words.figure(each.ratio().value()),
                                Words.count(each.most())),
                    Quoted.name(each.setting())));
        trials.addAll(each.trials());
      }
    }
    found.add(
        told.isEmpty()
            ? PipelineFindings.missing("life", question)
            : new Finding(
                "life", question, true, question + ": " + String.join("; ", told) + ".", trials));
  }

  static String name(Row row) {
    return Quoted.name(row.kind())
        + (row.workers() == null || row.kind().equals(FanOutJudge.SERIAL)
            ? ""
            : " of " + Reasons.count(row.workers(), "worker"));
  }

  private static String millis(Row row) {
    return Words.figure(row.time().nanos() / 1e6);
  }
}
