/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        (each.startBarrier() ? with : without).add(run.observations().lost(each.trial()));
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
    Measured polling = handMade(run, POLLING, "polls");
    Measured closable = handMade(run, CLOSABLE, "polls");
    Case found = new Case();
    if (polling == null) {
      return found;
    }
    double polls = polling.perShot("polls", "").value();
    boolean wasted = polls > 3 * Pipelines.ITEMS;
    Amount empty = polling.perShot("emptyPolls", "");
    found.here(count(polls) + " polls");
    found.evidence(
        "%s made by hand: %s polls for 1,000 items, %s of them found nothing"
            .formatted(
                POLLING, count(polls), empty == null ? "unknown how many" : count(empty.value())),
        polling.id());
    boolean exact = false;
    if (closable != null) {
      double takes = closable.perShot("polls", "").value();
      exact = Math.abs(takes - CLOSABLE_TAKES) < 1e-6;
      found.here(count(takes) + " takes of " + CLOSABLE);
      found.evidence(
          "%s: %s takes for the same items and the three ends".formatted(CLOSABLE, count(takes)),
          closable.id());
    }
    int trials = 0;
    List<String> off = new ArrayList<>();
    for (Measured each : run.observations().of(Pipelines.ROLE)) {
      Double takes = Pipelines.perRun(each, "takes");
      if (Pipelines.isQueue(each) && !each.kind().equals(POLLING) && takes != null) {
        trials++;
        if (!owes(each.at("layout"), takes)) {
          off.add(each.id());
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
    List<Integer> workers = Pipelines.numbers(layout);
    double items = workers.size() * Pipelines.ITEMS;
    double ends = workers.stream().mapToInt(Integer::intValue).sum();
    return Math.abs(takes - items) < 1e-6 || Math.abs(takes - items - ends) < 1e-6;
  }

  static Case finished(Facts run) {
    List<Measured> counted =
        run.observations().of(Pipelines.ROLE).stream()
            .filter(each -> Pipelines.items(each) != null)
            .toList();
    if (counted.isEmpty()) {
      return new Case();
    }
    List<String> off =
        counted.stream()
            .filter(each -> Math.abs(Pipelines.items(each) - Pipelines.ITEMS) > 1e-6)
            .map(Measured::id)
            .toList();
    double runs = counted.stream().mapToDouble(Pipelines::runs).sum();
    return new Case()
        .here(off.isEmpty() ? "1,000 of 1,000 in %s runs".formatted(count(runs)) : "not always")
        .evidence(
            "1,000 items finished in %s of %s trials%s"
                .formatted(
                    counted.size() - off.size(),
                    counted.size(),
                    off.isEmpty() ? "" : ", more or fewer in " + Reasons.named(off)))
        .from(counted.stream().map(Measured::id).toList())
        .holds(new Shown.Known(off.isEmpty()))
        .refuted(new Shown.Known(!off.isEmpty()));
  }

  /** The queue made by hand stands in where no other was measured before a slow stage. */
  static Case grows(Facts run) {
    List<Comparison> depths = new ArrayList<>();
    boolean within = true;
    for (Measured free : run.observations().of(Pipelines.ROLE)) {
      for (Measured bound : run.observations().of(Pipelines.ROLE)) {
        if (PipelineSection.isToGrow(free, bound)) {
          within &= Pipelines.depth(bound) <= room(bound);
          depths.add(depth(Pipelines.name(free), free, Pipelines.name(bound), bound));
        }
      }
    }
    Measured polling = handMade(run, POLLING, "maxDepth");
    Measured closable = handMade(run, CLOSABLE, "maxDepth");
    if (depths.isEmpty() && polling != null && closable != null) {
      depths.add(depth(POLLING, polling, CLOSABLE, closable));
    }
    Shown deeper = Condition.all(Condition.above(Sayings.MORE)).of(depths);
    return Case.of(depths)
        .holds(new Shown.All(List.of(deeper, new Shown.Known(within))))
        .refuted(Condition.one(Condition.below(Sayings.MORE)).of(depths));
  }

  private static double room(Measured each) {
    String capacity = Pipelines.capacity(each);
    return capacity.matches("[0-9]{1,9}")
        // The Disruptor's ring is a power of two.
        ? Math.max(1, Integer.highestOneBit(Math.max(1, 2 * Integer.parseInt(capacity) - 1)))
        : Double.POSITIVE_INFINITY;
  }

  private static Comparison depth(String free, Measured many, String bound, Measured few) {
    String name =
        "%s items that wait in %s by %s in %s"
            .formatted(
                count(many.counted().most("maxDepth")),
                free,
                count(few.counted().most("maxDepth")),
                bound);
    Estimate ratio = many.counted().largest("maxDepth").over(few.counted().largest("maxDepth"));
    return new Comparison("", name, ratio, "×", List.of(many.id(), few.id()));
  }

  private static Measured handMade(Facts run, String kind, String counted) {
    for (Measured each : run.observations().of("HAND_MADE")) {
      if (each.kind().equals(kind) && each.counted().total(counted) != null) {
        return each;
      }
    }
    return null;
  }

  private static String count(double n) {
    return Words.count(Math.round(n));
  }
}
