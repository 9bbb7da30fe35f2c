/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Pipelines;
import dev.lockstep.reports.report.Pipelines.HandMade;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is claimed of queues made by hand, of bounds, and of pipelines. */
final class QueueClaims {
  private static final String POLLING = "POLLING";

  private QueueClaims() {}

  static List<Claim> decide(Pipelines pipelines) {
    return List.of(
        polling(pipelines), finished(pipelines), grows(pipelines), suitsWaiting(pipelines));
  }

  /**
   * Every item is taken once per stage, so a queue that blocks is asked exactly that often, and
   * once more per worker when the line ends; whatever a polling worker asks beyond that is waste.
   */
  private static Claim polling(Pipelines pipelines) {
    Ruled claim =
        new Ruled("polling-wastes", "a polling pipeline wastes polls", "3,027 polls, 1,000 items");
    boolean wasted = false;
    boolean none = true;
    for (HandMade each : pipelines.handMade()) {
      if (each.kind().equals(POLLING) && each.polls() != null) {
        wasted = each.polls() > 3 * PipelineJudge.ITEMS;
        none &= !wasted;
        claim.here(Words.count(Math.round(each.polls())) + " polls");
        claim.evidence(
            "%s made by hand: %s polls for 1,000 items, %s of them found nothing"
                .formatted(
                    POLLING,
                    Words.count(Math.round(each.polls())),
                    each.emptyPolls() == null
                        ? "unknown how many"
                        : Words.count(Math.round(each.emptyPolls()))),
            each.trial());
      }
    }
    boolean exact = false;
    if (claim.any()) {
      boolean asked = closable(pipelines, claim);
      exact = waiting(pipelines, claim) && asked;
    }
    return claim.decide(
        wasted && exact,
        none,
        "holds if the queue made by hand is polled more than 3,000 times for 1,000 items through"
            + " three stages, while the closable queue is asked exactly 3,003 times, the three ends"
            + " included, and no queue that blocks is asked more than once per item and stage, and"
            + " once per worker if the line ends with the run (3,003 with 1/1/1, 3,012 with 3/4/5)",
        "the pipeline made by hand was not measured in this plan, or counted no polls");
  }

  /** Whether the closable queue beside the one made by hand was asked no more than it must. */
  private static boolean closable(Pipelines pipelines, Ruled claim) {
    for (HandMade each : pipelines.handMade()) {
      if (each.kind().equals("CLOSABLE") && each.polls() != null) {
        claim.here(Words.count(Math.round(each.polls())) + " takes of CLOSABLE");
        claim.evidence(
            "CLOSABLE: %s takes for the same items and the three ends"
                .formatted(Words.count(Math.round(each.polls()))),
            each.trial());
        return owed("1/1/1", each.polls());
      }
    }
    return false;
  }

  /** Whether no queue that blocks was asked more often than it must; true if none was measured. */
  private static boolean waiting(Pipelines pipelines, Ruled claim) {
    Map<String, List<Row>> byLayout = new LinkedHashMap<>();
    for (Row row : pipelines.rows()) {
      if (row.queue() && !row.kind().equals(POLLING) && row.counts().takes() != null) {
        byLayout.computeIfAbsent(row.layout(), layout -> new ArrayList<>()).add(row);
      }
    }
    boolean exact = true;
    for (Map.Entry<String, List<Row>> each : byLayout.entrySet()) {
      List<String> off = new ArrayList<>();
      Set<Long> seen = new LinkedHashSet<>();
      for (Row row : each.getValue()) {
        seen.add(Math.round(row.counts().takes()));
        if (!owed(each.getKey(), row.counts().takes())) {
          off.add(row.trial());
        }
      }
      exact &= off.isEmpty();
      claim.evidence(
          "queues that block, %s: %s takes per run in %s%s"
              .formatted(
                  Quoted.name(each.getKey()),
                  String.join(" or ", seen.stream().map(Words::count).toList()),
                  Reasons.count(each.getValue().size(), "trial"),
                  off.isEmpty() ? "" : ", not as many as owed in " + Reasons.named(off)),
          each.getValue().get(0).trial());
    }
    return exact;
  }

  /** A line that stays open has no ends to take; one that ends with its run has one per worker. */
  private static boolean owed(String layout, double takes) {
    List<Integer> workers = PipelineJudge.numbers(layout);
    double items = workers.size() * PipelineJudge.ITEMS;
    double ends = workers.stream().mapToInt(Integer::intValue).sum();
    return Math.abs(takes - items) < 1e-6 || Math.abs(takes - items - ends) < 1e-6;
  }

  private static Claim finished(Pipelines pipelines) {
    Ruled claim =
        new Ruled("thousand-finished", "1,000 items in, 1,000 items finished", "1,000 of 1,000");
    Map<String, Integer> layouts = new LinkedHashMap<>();
    boolean all = true;
    double runs = 0;
    for (Row row : pipelines.rows()) {
      Double items = row.counts().items();
      if (items != null) {
        layouts.merge(row.layout(), 1, Integer::sum);
        runs += row.counts().runs();
        if (Math.abs(items - PipelineJudge.ITEMS) > 1e-6) {
          all = false;
          claim.evidence(
              "%s: %s items finished of 1,000"
                  .formatted(Quoted.name(row.trial()), Words.figure(items)),
              row.trial());
        }
      }
    }
    for (Map.Entry<String, Integer> each : layouts.entrySet()) {
      claim.evidence(
          "%s: %s counted"
              .formatted(Quoted.name(each.getKey()), Reasons.count(each.getValue(), "trial")));
    }
    claim.here(
        all
            ? "1,000 of 1,000 in %s runs".formatted(Words.count(Math.round(runs)))
            : "not in every trial");
    pipelines.rows().stream().limit(2).forEach(row -> claim.from(row.trial()));
    return claim.decide(
        all,
        !all,
        "holds if every run of every queue, line and layout finished exactly the items it was"
            + " given",
        "no pipeline was measured in this plan");
  }

  private static Claim grows(Pipelines pipelines) {
    Ruled claim =
        new Ruled(
            "unbounded-grows",
            "a queue without a bound grows before a slow stage",
            "until memory is exhausted");
    boolean larger = true;
    boolean within = true;
    for (Row free : pipelines.rows()) {
      for (Row bound : pipelines.rows()) {
        boolean pair =
            free.queue()
                && bound.queue()
                && PipelineFindings.slowMiddle(free)
                && !free.bounded()
                && bound.bounded()
                && free.layout().equals(bound.layout())
                && free.latencyMicros().equals(bound.latencyMicros())
                && free.construct().equals(bound.construct())
                && free.counts().maxDepth() != null
                && bound.counts().maxDepth() != null;
        if (pair) {
          larger &= free.counts().maxDepth() > bound.counts().maxDepth();
          within &= bound.counts().maxDepth() <= capacity(bound);
          claim.here(
              depth(free.counts().maxDepth()) + " against " + depth(bound.counts().maxDepth()));
          claim.evidence(
              "%s: at most %s items waited, %s: %s"
                  .formatted(
                      PipelineFindings.name(free),
                      depth(free.counts().maxDepth()),
                      PipelineFindings.name(bound),
                      depth(bound.counts().maxDepth())),
              free.trial(),
              bound.trial());
        }
      }
    }
    if (!claim.any()) {
      handMade(pipelines, claim);
      larger = handMadeGrows(pipelines);
    }
    return claim.decide(
        larger && within,
        !larger,
        "holds if before a slow second stage more items wait in a queue without a bound than in the"
            + " same queue with one, and never more than the bound; where that is not measured, if"
            + " more wait in the queue made by hand than in the closable one",
        "no queue with and without a bound was measured before a slow stage in this plan");
  }

  private static double capacity(Row row) {
    return row.capacity().matches("[0-9]{1,9}")
        // The Disruptor's ring is a power of two.
        ? Math.max(1, Integer.highestOneBit(Math.max(1, 2 * Integer.parseInt(row.capacity()) - 1)))
        : Double.POSITIVE_INFINITY;
  }

  private static void handMade(Pipelines pipelines, Ruled claim) {
    for (HandMade each : pipelines.handMade()) {
      if (each.maxDepth() != null && handMade(pipelines, "CLOSABLE") != null) {
        claim.here(depth(each.maxDepth()) + " in " + Quoted.name(each.kind()));
        claim.evidence(
            "%s before a stage of 1 ms: at most %s items waited"
                .formatted(Quoted.name(each.kind()), depth(each.maxDepth())),
            each.trial());
      }
    }
  }

  private static boolean handMadeGrows(Pipelines pipelines) {
    HandMade polling = handMade(pipelines, POLLING);
    HandMade closable = handMade(pipelines, "CLOSABLE");
    return polling != null && closable != null && polling.maxDepth() > closable.maxDepth();
  }

  private static HandMade handMade(Pipelines pipelines, String kind) {
    for (HandMade each : pipelines.handMade()) {
      if (each.kind().equals(kind) && each.maxDepth() != null) {
        return each;
      }
    }
    return null;
  }

  private static String depth(double depth) {
    return Words.count(Math.round(depth));
  }

  /** More workers help where stages wait, and only there. */
  private static Claim suitsWaiting(Pipelines pipelines) {
    Ruled claim =
        new Ruled(
            "pipelines-suit-waiting",
            "pipelines suit work that waits for I/O",
            "the advice of the notes");
    Row[] waiting = PipelineComparisons.pair(pipelines.rows(), true);
    Row[] busy = PipelineComparisons.pair(pipelines.rows(), false);
    boolean helps = false;
    boolean useless = false;
    boolean hardly = false;
    if (waiting != null && busy != null) {
      helps = ahead(waiting[1], waiting[0]);
      hardly = !ahead(busy[1], busy[0]);
      useless = ahead(waiting[0], waiting[1]);
      for (Row[] pair : List.of(waiting, busy)) {
        double ratio = pair[1].rate().value() / pair[0].rate().value();
        claim.here(Words.figure(ratio) + (pair[0].waits() ? "× waiting" : "× without"));
        claim.evidence(
            "%s, latency %s µs: 3/4/5 moves %s times the items of 1/1/1"
                .formatted(
                    PipelineFindings.name(pair[0]),
                    Quoted.name(pair[0].latencyMicros()),
                    Words.figure(ratio)),
            pair[0].trial(),
            pair[1].trial());
      }
    }
    return claim.decide(
        helps && hardly,
        useless,
        "holds if by their 95 % intervals 3/4/5 workers move more items than 1/1/1 where every"
            + " stage waits, and not where none does; refuted if they move fewer where every stage"
            + " waits",
        "3/4/5 and 1/1/1 were not both measured with and without latency in this plan");
  }

  private static boolean ahead(Row one, Row other) {
    Interval a = one.rate().interval();
    Interval b = other.rate().interval();
    return a != null && b != null && a.low() > b.high();
  }
}
