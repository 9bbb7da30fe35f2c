/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Pipelines.HandMade;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Which queue to choose: questions of a reader, answered by rule from the rows. */
final class PipelineFindings {
  private static final String NOT_MEASURED = "not measured in this plan";

  private final List<Row> rows;
  private final RoleTrials measured;
  private final List<Finding> found = new ArrayList<>();

  private PipelineFindings(List<Row> rows, RoleTrials measured) {
    this.rows = rows;
    this.measured = measured;
  }

  /** Returns one answer per question, also where this plan measured nothing for it. */
  static List<Finding> of(List<Row> rows, List<HandMade> handMade, RoleTrials measured) {
    PipelineFindings findings = new PipelineFindings(rows, measured);
    findings.fastest("fastest", "Fastest queue", row -> true);
    findings.fastest("fastest-bounded", "Fastest queue with a bound", Row::bounded);
    findings.leastCpu();
    findings.idle(handMade);
    PipelineComparisons.add(findings.found, rows, measured);
    findings.deepest();
    return findings.found;
  }

  /** Whether a row is of the setting in which queues are compared: nothing but the queues. */
  static boolean base(Row row) {
    return row.layout().equals("1/1/1") && !row.waits() && !"VIRTUAL".equals(row.thread());
  }

  private void fastest(String id, String question, Predicate<Row> which) {
    List<Row> candidates =
        rows.stream()
            .filter(row -> row.queue() && base(row) && which.test(row))
            .sorted(Comparator.comparingDouble((Row row) -> -row.rate().value()))
            .toList();
    if (candidates.isEmpty()) {
      found.add(missing(id, question));
      return;
    }
    Row best = candidates.get(0);
    for (Row row : candidates) {
      best = measured.times(row.trial(), best.trial()).log() < 0 ? row : best;
    }
    List<Row> same = new ArrayList<>(List.of(best));
    for (Row row : candidates) {
      if (!row.equals(best) && !measured.isSlower(row.trial(), best.trial())) {
        same.add(row);
      }
    }
    List<Row> others = candidates.stream().filter(row -> !same.contains(row)).toList();
    String sentence =
        "%s: %s moves %s items a second%s through three stages of one worker that do nothing"
            .formatted(
                question,
                name(best),
                Words.count(Math.round(best.rate().value())),
                interval(best.rate().interval()));
    List<String> from = new ArrayList<>(same.stream().map(Row::trial).toList());
    if (same.size() > 1) {
      sentence +=
          "; %s cannot be told apart from it"
              .formatted(
                  String.join(", ", same.stream().skip(1).map(PipelineFindings::name).toList()));
    }
    if (!others.isEmpty()) {
      Row next = others.get(0);
      from.add(next.trial());
      sentence +=
          "; next is %s with %s of that"
              .formatted(name(next), Words.percent(next.rate().value() / best.rate().value()));
    }
    found.add(new Finding(id, question, true, sentence + ".", from));
  }

  private void leastCpu() {
    String question = "Least CPU time per item";
    List<Row> candidates =
        rows.stream()
            .filter(row -> row.queue() && base(row) && row.cpuNanos() != null)
            .sorted(Comparator.comparingDouble(Row::cpuNanos))
            .toList();
    if (candidates.isEmpty()) {
      found.add(missing("least-cpu", question));
      return;
    }
    Row least = candidates.get(0);
    Row most = candidates.get(candidates.size() - 1);
    String range =
        candidates.size() < 2
            ? ""
            : "; %s takes most, %s µs".formatted(name(most), Words.figure(most.cpuNanos() / 1e3));
    found.add(
        new Finding(
            "least-cpu",
            question,
            true,
            "%s: %s with %s µs of all threads%s."
                .formatted(question, name(least), Words.figure(least.cpuNanos() / 1e3), range),
            candidates.size() < 2 ? List.of(least.trial()) : List.of(least.trial(), most.trial())));
  }

  /** What a queue costs while nothing arrives was measured of the two that the notes have. */
  private void idle(List<HandMade> handMade) {
    String question = "Cheapest when idle";
    List<HandMade> known =
        handMade.stream()
            .filter(each -> each.idleCpu() != null)
            .sorted(Comparator.comparingDouble(HandMade::idleCpu))
            .toList();
    if (known.size() < 2) {
      found.add(missing("idle", question));
      return;
    }
    HandMade least = known.get(0);
    HandMade most = known.get(known.size() - 1);
    found.add(
        new Finding(
            "idle",
            question,
            true,
            "%s: waiting workers of %s take %s of a core, those of %s %s."
                .formatted(
                    question,
                    Quoted.name(least.kind()),
                    Words.percent(least.idleCpu()),
                    Quoted.name(most.kind()),
                    Words.percent(most.idleCpu())),
            List.of(least.trial(), most.trial())));
  }

  /** How far a queue grows before a stage that is slower than the one before it. */
  private void deepest() {
    String question = "What grows before a slow stage";
    Row unbounded = null;
    for (Row row : rows) {
      boolean counted = row.queue() && slowMiddle(row) && row.counts().maxDepth() != null;
      unbounded = counted && !row.bounded() ? deeper(row, unbounded) : unbounded;
    }
    Row bounded = null;
    for (Row row : rows) {
      boolean counted =
          unbounded != null
              && row.bounded()
              && row.construct().equals(unbounded.construct())
              && row.layout().equals(unbounded.layout())
              && row.latencyMicros().equals(unbounded.latencyMicros())
              && row.counts().maxDepth() != null;
      bounded = counted ? deeper(row, bounded) : bounded;
    }
    if (bounded == null) {
      found.add(missing("growth", question));
      return;
    }
    found.add(
        new Finding(
            "growth",
            question,
            true,
            "%s: up to %s items wait in %s, up to %s in %s, which moves %s times as many items."
                .formatted(
                    question,
                    Words.count(Math.round(unbounded.counts().maxDepth())),
                    name(unbounded),
                    Words.count(Math.round(bounded.counts().maxDepth())),
                    name(bounded),
                    Words.figure(bounded.rate().value() / unbounded.rate().value())),
            List.of(unbounded.trial(), bounded.trial())));
  }

  private static Row deeper(Row row, Row other) {
    return other == null || row.counts().maxDepth() > other.counts().maxDepth() ? row : other;
  }

  /** Whether only the second stage waits, so that the first fills the queue between them. */
  static boolean slowMiddle(Row row) {
    List<Integer> latencies = PipelineJudge.numbers(row.latencyMicros());
    return latencies.size() == 3
        && latencies.get(0) == 0
        && latencies.get(1) > 0
        && latencies.get(2) == 0;
  }

  static Finding missing(String id, String question) {
    return new Finding(id, question, false, question + ": " + NOT_MEASURED + ".", List.of());
  }

  static String interval(Interval interval) {
    return interval == null
        ? ""
        : " [%s, %s]"
            .formatted(
                Words.count(Math.round(interval.low())), Words.count(Math.round(interval.high())));
  }

  /** Returns a queue with its bound. */
  static String name(Row row) {
    String kind = Quoted.name(row.kind());
    return switch (row.capacity()) {
      case PipelineJudge.UNBOUNDED -> "unbounded " + kind;
      case "0" -> kind + " without room";
      default -> kind + " with a bound of " + Quoted.name(row.capacity());
    };
  }
}
