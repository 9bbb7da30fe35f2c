/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What one thing changes: the bound, the workers, the threads, another queue, no queue at all. */
final class PipelineComparisons {
  private static final int NAMED = 3;

  private final List<Finding> found;
  private final List<Row> rows;
  private final RoleTrials measured;

  private PipelineComparisons(List<Finding> found, List<Row> rows, RoleTrials measured) {
    this.found = found;
    this.rows = rows;
    this.measured = measured;
  }

  static void add(List<Finding> found, List<Row> rows, RoleTrials measured) {
    PipelineComparisons comparisons = new PipelineComparisons(found, rows, measured);
    comparisons.boundOfOne();
    comparisons.moreWorkers();
    comparisons.threads();
    comparisons.disruptor();
    comparisons.noQueue();
  }

  private void boundOfOne() {
    String question = "What a bound of 1 costs";
    List<String> told = new ArrayList<>();
    Set<String> trials = new LinkedHashSet<>();
    for (Row one : rows) {
      if (one.queue() && PipelineFindings.base(one) && one.capacity().equals("1")) {
        List<String> against = new ArrayList<>();
        for (String capacity : List.of("16", "256")) {
          Row more = find(one, row -> row.capacity().equals(capacity) && sameBut(row, one, 'c'));
          if (more != null) {
            against.add(
                "%s of what it moves with %s"
                    .formatted(Words.percent(one.rate().value() / more.rate().value()), capacity));
            trials.add(one.trial());
            trials.add(more.trial());
          }
        }
        if (!against.isEmpty()) {
          told.add("%s %s".formatted(Quoted.name(one.kind()), String.join(", ", against)));
        }
      }
    }
    add("bound-of-one", question, told, trials);
  }

  private void add(String id, String question, List<String> told, Set<String> trials) {
    if (told.isEmpty()) {
      found.add(PipelineFindings.missing(id, question));
      return;
    }
    String rest = told.size() > NAMED ? "; and so on for " + (told.size() - NAMED) + " more" : "";
    found.add(
        new Finding(
            id,
            question,
            true,
            "%s: %s%s."
                .formatted(
                    question,
                    String.join("; ", told.subList(0, Math.min(NAMED, told.size()))),
                    rest),
            List.copyOf(trials)));
  }

  /** Two opposite answers: where stages wait, and where they do not. */
  private void moreWorkers() {
    String question = "Whether more workers help";
    List<String> told = new ArrayList<>();
    Set<String> trials = new LinkedHashSet<>();
    for (boolean waits : new boolean[] {true, false}) {
      Row[] pair = pair(rows, waits);
      if (pair != null) {
        told.add(
            "%s %s moves %s times as many items with %s workers as with %s"
                .formatted(
                    waits
                        ? "where stages wait (%s µs)"
                            .formatted(Quoted.name(pair[1].latencyMicros()))
                        : "without any latency",
                    PipelineFindings.name(pair[1]),
                    Words.figure(pair[1].rate().value() / pair[0].rate().value()),
                    pair[1].layout(),
                    pair[0].layout()));
        trials.add(pair[0].trial());
        trials.add(pair[1].trial());
      }
    }
    add("more-workers", question, told, trials);
  }

  /**
   * Returns a row of 1/1/1 and the same of 3/4/5, the closable queue's if there is one, or null. Of
   * rows that wait only those in which every stage does.
   */
  static Row[] pair(List<Row> rows, boolean waits) {
    Row[] found = null;
    for (Row few : rows) {
      if (few.queue() && few.layout().equals("1/1/1") && few.waits() == waits && everyStage(few)) {
        for (Row many : rows) {
          if (many.layout().equals("3/4/5") && sameBut(many, few, 'l')) {
            boolean better =
                found == null
                    || (few.kind().equals("CLOSABLE") && !found[0].kind().equals("CLOSABLE"));
            found = better ? new Row[] {few, many} : found;
          }
        }
      }
    }
    return found;
  }

  private static boolean everyStage(Row row) {
    return !row.waits() || !PipelineJudge.numbers(row.latencyMicros()).contains(0);
  }

  private void threads() {
    String question = "Whether virtual threads change it";
    List<String> told = new ArrayList<>();
    Set<String> trials = new LinkedHashSet<>();
    for (Row virtual : rows) {
      if (virtual.queue() && "VIRTUAL".equals(virtual.thread())) {
        Row platform =
            find(virtual, row -> "PLATFORM".equals(row.thread()) && sameBut(row, virtual, 't'));
        if (platform != null) {
          told.add(
              "%s, %s, latency %s µs: %s times the items of platform threads"
                  .formatted(
                      Quoted.name(virtual.kind()),
                      Quoted.name(virtual.layout()),
                      Quoted.name(virtual.latencyMicros()),
                      Words.figure(virtual.rate().value() / platform.rate().value())));
          trials.add(virtual.trial());
          trials.add(platform.trial());
        }
      }
    }
    add("virtual-threads", question, told, trials);
  }

  /** How far the fastest Disruptor is ahead of the fastest queue that blocks. */
  private void disruptor() {
    String question = "How far the Disruptor is ahead";
    Row best = fastest(row -> row.kind().equals("DISRUPTOR") && PipelineFindings.base(row));
    Row other =
        fastest(
            row ->
                row.queue()
                    && !row.kind().equals("DISRUPTOR")
                    && !row.kind().startsWith("MPMC")
                    && PipelineFindings.base(row));
    if (best == null || other == null) {
      found.add(PipelineFindings.missing("disruptor", question));
      return;
    }
    String lead =
        measured.isSlower(other.trial(), best.trial())
                || measured.isSlower(best.trial(), other.trial())
            ? ""
            : ", which their intervals do not tell apart";
    found.add(
        new Finding(
            "disruptor",
            question,
            true,
            "%s: %s%s moves %s times as many items as the fastest queue that blocks, %s%s."
                .formatted(
                    question,
                    best.queue() ? "as a queue " : "as a line of its own ",
                    PipelineFindings.name(best),
                    Words.figure(best.rate().value() / other.rate().value()),
                    PipelineFindings.name(other),
                    lead),
            List.of(best.trial(), other.trial())));
  }

  private void noQueue() {
    String question = "Whether a line needs queues at all";
    Row line = fastest(row -> !row.queue() && PipelineFindings.base(row));
    Row queue = fastest(row -> row.queue() && PipelineFindings.base(row));
    if (line == null || queue == null) {
      found.add(PipelineFindings.missing("no-queue", question));
      return;
    }
    Row waiting = fastest(row -> !row.queue() && row.waits() && row.layout().equals("3/4/5"));
    String slow =
        waiting == null
            ? ""
            : "; with %s µs of latency the fastest line is %s"
                .formatted(Quoted.name(waiting.latencyMicros()), Quoted.name(waiting.kind()));
    List<String> trials = new ArrayList<>(List.of(line.trial(), queue.trial()));
    if (waiting != null) {
      trials.add(waiting.trial());
    }
    found.add(
        new Finding(
            "no-queue",
            question,
            true,
            "%s: without latency the fastest other line, %s, moves %s times the items of the fastest queue%s."
                .formatted(
                    question,
                    Quoted.name(line.kind()),
                    Words.figure(line.rate().value() / queue.rate().value()),
                    slow),
            trials));
  }

  private Row fastest(Predicate<Row> which) {
    return rows.stream()
        .filter(which)
        .max(Comparator.comparingDouble(row -> row.rate().value()))
        .orElse(null);
  }

  private Row find(Row one, Predicate<Row> which) {
    for (Row row : rows) {
      if (row.construct().equals(one.construct())
          && row.queue() == one.queue()
          && which.test(row)) {
        return row;
      }
    }
    return null;
  }

  /** Whether two rows differ in no more than the capacity, the layout or the thread. */
  private static boolean sameBut(Row one, Row other, char free) {
    return one.construct().equals(other.construct())
        && one.queue() == other.queue()
        && one.latencyMicros().equals(other.latencyMicros())
        && (free == 'l' || one.layout().equals(other.layout()))
        && (free == 'c' || one.capacity().equals(other.capacity()))
        && (free == 't' || Objects.equals(one.thread(), other.thread()));
  }
}
