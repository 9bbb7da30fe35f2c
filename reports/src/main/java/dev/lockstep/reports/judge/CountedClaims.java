/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.Pipelines.HandMade;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Claims that proofs and counts decide. */
final class CountedClaims {
  private static final String PLAIN = "CounterRace.PlainIncrement";
  private static final String POLLING = "POLLING";
  private static final String CLOSABLE = "CLOSABLE";

  /** A thousand items through three stages, and an end for each. */
  private static final double CLOSABLE_TAKES = 3_003;

  private CountedClaims() {}

  static Case unlockedLoses(Facts run) {
    Case found = new Case();
    boolean seen = false;
    for (Proof proof : run.proofs()) {
      if (proof.test().replace('$', '.').endsWith("." + PLAIN)) {
        seen = proof.status() == Status.PROVEN;
        found.evidence(Words.simple(proof.test()) + ": " + proof.words() + ", " + proof.why());
      }
    }
    boolean lost = false;
    for (Experiment each : run.experiments()) {
      if (each.kind().equals("VOLATILE") && each.startBarrier()) {
        lost = each.shotsThatLost() > 0;
        String here = "%s of %s".formatted(count(each.smallestFound()), count(each.expected()));
        found.here(here);
        found.evidence(
            "%s VOLATILE with start barrier: %s of %s shots lost updates, smallest count %s"
                .formatted(Experiments.BENCHMARK, each.shotsThatLost(), each.shots(), here),
            each.trial());
      }
    }
    return found.holds(new Shown.Known(seen && lost));
  }

  static Case lockedNeverLoses(Facts run) {
    Set<String> exact = constructs(run, "EXACT");
    exact.removeIf(id -> !id.startsWith("counter:"));
    List<Price> trials =
        run.prices().stream()
            .filter(price -> exact.contains(price.construct()) && price.lost() != null)
            .toList();
    double lost = trials.stream().mapToDouble(Price::lost).sum();
    double expected = trials.stream().mapToDouble(Price::expected).sum();
    Case found = proven(run, exact, "exact counters", expected > 0, lost > 0);
    found.from(trials.stream().map(Price::trial).toList());
    return expected == 0
        ? found
        : found.here("%s of %s lost".formatted(count(lost), count(expected)));
  }

  static Case oneLineSwap(Facts run) {
    Set<String> processes = constructs(run, "EXACT");
    processes.removeIf(id -> !id.equals("executor:PROCESS_POOL"));
    List<Price> trials =
        run.prices().stream()
            .filter(price -> processes.contains(price.construct()) && price.workload() != null)
            .toList();
    List<String> right = trials.stream().filter(Price::measured).map(Price::trial).toList();
    boolean all = !right.isEmpty() && right.size() == trials.size();
    boolean wrong =
        trials.stream()
            .flatMap(price -> price.notes().stream())
            .anyMatch(note -> note.startsWith("WRONG_RESULT"));
    Case found = proven(run, processes, "PROCESS_POOL", all, wrong).from(right);
    return right.isEmpty()
        ? found
        : found.here(
            "%s of %s gave the right answers"
                .formatted(right.size(), Reasons.count(trials.size(), "trial")));
  }

  /** What every proof and every trial of some constructs have to show, and none may disprove. */
  private static Case proven(
      Facts run, Set<String> constructs, String named, boolean measured, boolean wrong) {
    List<Status> all =
        run.proofs().stream()
            .filter(proof -> constructs.contains(proof.construct()) && proof.planned())
            .map(Proof::status)
            .toList();
    long proven = all.stream().filter(Status.PROVEN::equals).count();
    long held = all.stream().filter(Status.HELD::equals).count();
    if (all.isEmpty() && !measured) {
      return new Case();
    }
    boolean holds = measured && !wrong && !all.isEmpty() && proven == all.size();
    return new Case()
        .evidence(
            "%s of %s proofs of %s proven, %s held".formatted(proven, all.size(), named, held))
        .holds(new Shown.Known(holds))
        .refuted(new Shown.Known(wrong || all.contains(Status.BROKEN)));
  }

  private static Set<String> constructs(Facts run, String guarantee) {
    return run.data().plan().constructs().stream()
        .filter(each -> guarantee.equals(each.guarantee()))
        .map(Plan.Construct::id)
        .collect(Collectors.toSet());
  }

  /** Shares of losing shots, by the forks of all racy kinds. */
  static Case barrier(Facts run) {
    Set<String> racy = constructs(run, "RACY");
    Case found = new Case();
    Shares with = new Shares();
    Shares without = new Shares();
    for (Experiment each : run.experiments()) {
      if (racy.contains(each.construct())) {
        (each.startBarrier() ? with : without).add(run.trials().lost(each.trial()));
        found.evidence(
            "%s %s start barrier: %s of %s shots lost updates"
                .formatted(
                    Quoted.name(each.kind()),
                    each.startBarrier() ? "with" : "without",
                    each.shotsThatLost(),
                    each.shots()),
            each.trial());
      }
    }
    if (with.isEmpty() || without.isEmpty()) {
      return new Case();
    }
    Estimate more = with.estimate().over(without.estimate());
    found.here(
        "%s of shots without, %s with"
            .formatted(Words.percent(without.mean()), Words.percent(with.mean())));
    return found
        .compare(List.of(new Comparison("", "", more, Comparison.POINTS, List.of())))
        .holds(new Shown.Above(more, 0))
        .refuted(new Shown.Below(more, 0));
  }

  /**
   * Every item is taken once per stage, so a queue that blocks is asked exactly that often, and
   * once more per worker when the line ends; whatever a polling worker asks beyond that is waste.
   */
  static Case polling(Facts run) {
    HandMade polling = handMade(run, POLLING, each -> each.polls() != null);
    HandMade closable = handMade(run, CLOSABLE, each -> each.polls() != null);
    Case found = new Case();
    if (polling == null) {
      return found;
    }
    boolean wasted = polling.polls() > 3 * PipelineJudge.ITEMS;
    boolean exact = closable != null && Math.abs(closable.polls() - CLOSABLE_TAKES) < 1e-6;
    found.here(count(polling.polls()) + " polls");
    found.evidence(
        "%s made by hand: %s polls for 1,000 items, %s of them found nothing"
            .formatted(
                POLLING,
                count(polling.polls()),
                polling.emptyPolls() == null ? "unknown how many" : count(polling.emptyPolls())),
        polling.trial());
    if (closable != null) {
      found.here(count(closable.polls()) + " takes of " + CLOSABLE);
      found.evidence(
          "%s: %s takes for the same items and the three ends"
              .formatted(CLOSABLE, count(closable.polls())),
          closable.trial());
    }
    int trials = 0;
    List<String> off = new ArrayList<>();
    for (Row row : run.pipelines().rows()) {
      Double takes = row.counts().takes();
      if (row.queue() && !row.kind().equals(POLLING) && takes != null) {
        trials++;
        if (!owes(row.layout(), takes)) {
          off.add(row.trial());
        }
      }
    }
    found.evidence(
        "queues that block: as many takes as they owe in %s of %s trials%s"
            .formatted(
                trials - off.size(),
                trials,
                off.isEmpty() ? "" : ", not as many as owed in " + Reasons.named(off)));
    return found
        .holds(new Shown.Known(wasted && exact && trials > 0 && off.isEmpty()))
        .refuted(new Shown.Known(!wasted));
  }

  /** A line that stays open has no ends to take; one that ends with its run has one per worker. */
  private static boolean owes(String layout, double takes) {
    List<Integer> workers = PipelineJudge.numbers(layout);
    double items = workers.size() * PipelineJudge.ITEMS;
    double ends = workers.stream().mapToInt(Integer::intValue).sum();
    return Math.abs(takes - items) < 1e-6 || Math.abs(takes - items - ends) < 1e-6;
  }

  static Case finished(Facts run) {
    List<Row> counted =
        run.pipelines().rows().stream().filter(row -> row.counts().items() != null).toList();
    if (counted.isEmpty()) {
      return new Case();
    }
    List<String> off =
        counted.stream()
            .filter(row -> Math.abs(row.counts().items() - PipelineJudge.ITEMS) > 1e-6)
            .map(Row::trial)
            .toList();
    double runs = counted.stream().mapToDouble(row -> row.counts().runs()).sum();
    return new Case()
        .here(off.isEmpty() ? "1,000 of 1,000 in %s runs".formatted(count(runs)) : "not always")
        .evidence(
            "1,000 items finished in %s of %s trials%s"
                .formatted(
                    counted.size() - off.size(),
                    counted.size(),
                    off.isEmpty() ? "" : ", more or fewer in " + Reasons.named(off)))
        .from(counted.stream().map(Row::trial).toList())
        .holds(new Shown.Known(off.isEmpty()))
        .refuted(new Shown.Known(!off.isEmpty()));
  }

  /** The queue made by hand stands in where no other was measured before a slow stage. */
  static Case grows(Facts run) {
    List<Comparison> depths = new ArrayList<>();
    boolean within = true;
    for (Row free : run.pipelines().rows()) {
      for (Row bound : run.pipelines().rows()) {
        if (isSamePlace(free, bound)) {
          within &= bound.counts().maxDepth() <= room(bound);
          String name = PipelineFindings.name(free);
          depths.add(depth(run, name, free.trial(), PipelineFindings.name(bound), bound.trial()));
        }
      }
    }
    HandMade polling = handMade(run, POLLING, each -> each.maxDepth() != null);
    HandMade closable = handMade(run, CLOSABLE, each -> each.maxDepth() != null);
    if (depths.isEmpty() && polling != null && closable != null) {
      depths.add(depth(run, POLLING, polling.trial(), CLOSABLE, closable.trial()));
    }
    Shown deeper = Condition.all(Condition.above(Sayings.MORE)).of(depths);
    return Case.of(depths)
        .holds(new Shown.All(List.of(deeper, new Shown.Known(within))))
        .refuted(Condition.one(Condition.below(Sayings.MORE)).of(depths));
  }

  private static double room(Row row) {
    return row.capacity().matches("[0-9]{1,9}")
        // The Disruptor's ring is a power of two.
        ? Math.max(1, Integer.highestOneBit(Math.max(1, 2 * Integer.parseInt(row.capacity()) - 1)))
        : Double.POSITIVE_INFINITY;
  }

  private static boolean isSamePlace(Row free, Row bound) {
    return free.queue()
        && bound.queue()
        && !free.bounded()
        && bound.bounded()
        && PipelineFindings.slowMiddle(free)
        && free.layout().equals(bound.layout())
        && free.latencyMicros().equals(bound.latencyMicros())
        && free.construct().equals(bound.construct())
        && free.counts().maxDepth() != null
        && bound.counts().maxDepth() != null;
  }

  private static Comparison depth(Facts run, String free, String one, String bound, String other) {
    Counted many = run.trials().counted(one);
    Counted few = run.trials().counted(other);
    String name =
        "%s items that wait in %s by %s in %s"
            .formatted(count(many.most("maxDepth")), free, count(few.most("maxDepth")), bound);
    Estimate ratio = many.largest("maxDepth").over(few.largest("maxDepth"));
    return new Comparison("", name, ratio, "×", List.of(one, other));
  }

  private static HandMade handMade(Facts run, String kind, Predicate<HandMade> which) {
    for (HandMade each : run.pipelines().handMade()) {
      if (each.kind().equals(kind) && which.test(each)) {
        return each;
      }
    }
    return null;
  }

  private static String count(double n) {
    return Words.count(Math.round(n));
  }
}
