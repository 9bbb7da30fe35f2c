/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Pipelines.Python;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.report.Target;
import java.util.ArrayList;
import java.util.List;

/** The lines that the closable queue's pipeline should reach. */
final class PipelineTargets {
  private static final double OVER_CPYTHON = 20;
  private static final double OF_DIRECT = 0.9;

  private PipelineTargets() {}

  static List<Target> of(boolean evidence, List<Row> rows, List<Python> python) {
    Row closable = closable(rows);
    List<Target> targets = new ArrayList<>();
    Double overCpython = closable == null ? null : closable.overCpython();
    targets.add(
        target(
            "pipeline-over-cpython",
            "items per second of the closable queue's pipeline by CPython's",
            overCpython,
            OVER_CPYTHON,
            true,
            evidence,
            overCpython == null
                ? (closable == null
                    ? "the pipeline over CLOSABLE without latency was not measured in this plan"
                    : "CPython's pipeline was not measured in this run")
                : "the pipeline over CLOSABLE moves %s items a second, CPython's the median of %s"
                    .formatted(
                        Words.count(Math.round(closable.rate().value())),
                        Words.count(Math.round(closable.rate().value() / overCpython))),
            closable == null ? List.of() : List.of(closable.trial())));
    boolean direct = closable != null && closable.direct() != null;
    Interval interval = direct ? closable.direct().ratio().interval() : null;
    targets.add(
        target(
            "pipeline-of-direct",
            "speed of the closable queue's pipeline by that of the same line written by hand",
            direct ? (Double) closable.direct().ratio().value() : null,
            OF_DIRECT,
            true,
            evidence,
            direct
                ? "the hand-written line is on LinkedBlockingQueue with the same bound"
                    + (interval == null
                        ? ""
                        : ", 95 %% interval [%s, %s]"
                            .formatted(Words.figure(interval.low()), Words.figure(interval.high())))
                : "no pair of CLOSABLE and DIRECT was measured in this plan",
            direct ? List.of(closable.trial(), closable.direct().trial()) : List.of()));
    return targets;
  }

  /** Of several bounds the one without, as in the notes, else the first. */
  private static Row closable(List<Row> rows) {
    Row found = null;
    for (Row row : rows) {
      boolean candidate =
          row.queue() && row.kind().equals("CLOSABLE") && PipelineFindings.base(row);
      if (candidate && (found == null || (found.bounded() && !row.bounded()))) {
        found = row;
      }
    }
    return found;
  }

  /** Holds a figure against its line; one that is not a number reaches none. */
  static Target target(
      String id,
      String what,
      Double value,
      double line,
      boolean atLeast,
      boolean evidence,
      String how,
      List<String> trials) {
    String limit =
        (atLeast ? "at least " : "at most ")
            + Words.figure(line).replaceFirst("(\\.[0-9]*?)0+$", "$1")
            + "×";
    if (value == null) {
      String sentence = "Line of %s, %s: not measured, %s.".formatted(limit, what, how);
      return new Target(id, what, null, line, atLeast, "NOT_MEASURED", sentence, trials);
    }
    boolean reached = atLeast ? value >= line : value <= line;
    String verdict = !evidence ? "NOT_JUDGED" : reached ? "REACHED" : "NOT_REACHED";
    String told =
        !evidence
            ? "not judged, since this plan is no evidence"
            : reached ? "reached" : "not reached";
    return new Target(
        id,
        what,
        value,
        line,
        atLeast,
        verdict,
        "Line of %s, %s: %s with %s× (%s).".formatted(limit, what, told, Words.figure(value), how),
        trials);
  }
}
