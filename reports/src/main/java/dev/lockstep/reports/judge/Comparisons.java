/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Picks from a run what claims compare: none of it looks at a figure to choose whom it compares.
 */
final class Comparisons {
  private static final Set<String> POOLS = Set.of("FIXED", "QUEUE_WORKERS");
  private static final long MOST_TASKS = 10_000;
  private static final String TIMES = "×";

  private Comparisons() {}

  /**
   * Returns the speed-ups of kinds over serial on the lists of the notes, one by one: under each of
   * the locks, on the most workers up to a number and to the cores, but two at least. Nothing, if
   * one of the kinds was not measured.
   */
  static List<Comparison> speedups(Facts run, Set<String> kinds, int most, Set<String> locks) {
    Map<String, Measured> chosen = new LinkedHashMap<>();
    for (Measured each : run.observations().sweeps()) {
      Plan.Trial trial = each.trial();
      int workers = trial.workers() == null ? 0 : trial.workers();
      if (kinds.contains(each.kind())
          && isOfSeed(trial)
          && locks.contains(lock(trial))
          && workers > 1
          && workers <= Math.min(most, run.cores())
          && each.speedup() != null) {
        chosen.merge(
            trial.construct() + trial.workload() + trial.lock(),
            each,
            (a, b) -> a.trial().workers() >= b.trial().workers() ? a : b);
      }
    }
    List<Comparison> speedups = new ArrayList<>();
    for (Measured each : chosen.values()) {
      Plan.Trial trial = each.trial();
      String lock = trial.plain() ? "" : " under " + trial.lock();
      String name =
          "%s%s on %s, %s workers"
              .formatted(each.kind(), lock, Quoted.name(trial.workload()), trial.workers());
      speedups.add(
          new Comparison(
              each.kind(), name, each.speedup(), TIMES, List.of(trial.id(), trial.baseline())));
    }
    boolean all = speedups.stream().map(Comparison::group).distinct().count() == kinds.size();
    return all ? speedups : List.of();
  }

  private static String lock(Plan.Trial trial) {
    return trial.lock() == null ? "NONE" : trial.lock();
  }

  /** Returns whether a trial is of a list of the notes, task by task. */
  static boolean isOfSeed(Plan.Trial trial) {
    return trial.workload().endsWith(ExecutorsJudge.SEED)
        && (trial.chunk() == null || trial.chunk() == 1);
  }

  /**
   * Returns the time of one kind by that of another, for all trials of a role that are otherwise
   * the same.
   */
  static List<Comparison> kinds(Facts run, String role, String slow, String fast) {
    List<Comparison> ratios = new ArrayList<>();
    List<Measured> all = run.observations().of(role);
    for (Measured one : all) {
      for (Measured other : all) {
        if (one.kind().equals(slow) && other.kind().equals(fast) && one.isBeside(other, "kind")) {
          ratios.add(ratio(one, other));
        }
      }
    }
    return ratios;
  }

  /** Returns the time of one by that of another, of the same function. */
  static Comparison ratio(Measured one, Measured other) {
    String function = KernelSection.function(one);
    String name =
        "%stime of %s by that of %s"
            .formatted(function.isEmpty() ? "" : function + ": ", one.kind(), other.kind());
    return new Comparison("", name, one.over(other), TIMES, List.of(one.id(), other.id()));
  }

  /** Returns what ROOT gains over LOOP by what each executor gains over serial, by function. */
  static List<Comparison> algorithm(Facts run) {
    List<Comparison> gains = new ArrayList<>();
    for (Comparison root : kinds(run, "KERNEL", KernelSection.LOOP, "ROOT")) {
      String function = root.name().substring(0, Math.max(0, root.name().indexOf(':')));
      for (Measured each : run.observations().sweeps()) {
        Plan.Trial trial = each.trial();
        Estimate speedup = each.speedup();
        if (trial.workload().equals(function + ExecutorsJudge.SEED)
            && trial.plain()
            && speedup != null) {
          String workers =
              trial.workers() == null ? "" : ", " + Reasons.count(trial.workers(), "worker");
          gains.add(
              new Comparison(
                  "",
                  "%s: gain of ROOT on one core by that of %s%s"
                      .formatted(function, each.kind(), workers),
                  root.figure().over(speedup),
                  TIMES,
                  List.of(
                      root.trials().get(1), root.trials().get(0), trial.id(), trial.baseline())));
        }
      }
    }
    gains.sort((a, b) -> Double.compare(a.figure().log(), b.figure().log()));
    return gains;
  }

  /** Returns the items that 3/4/5 workers move by those of 1/1/1, with waiting and without. */
  static List<Comparison> workers(Facts run) {
    List<Comparison> ratios = new ArrayList<>();
    for (boolean waits : new boolean[] {true, false}) {
      List<Measured> pair = layouts(run, waits);
      if (pair.isEmpty()) {
        return List.of();
      }
      Measured few = pair.get(0);
      Measured many = pair.get(1);
      ratios.add(
          new Comparison(
              waits ? "waiting" : "without",
              "%s, latency %s µs: items of 3/4/5 by those of 1/1/1"
                  .formatted(Pipelines.name(few), Quoted.name(Pipelines.latency(few))),
              few.over(many),
              TIMES,
              List.of(few.id(), many.id())));
    }
    return ratios;
  }

  /**
   * Returns a queue with 1/1/1 workers and the same with 3/4/5, the closable queue's if there is
   * one, or nothing. Of those that wait only such in which every stage does.
   */
  private static List<Measured> layouts(Facts run, boolean waits) {
    List<Measured> found = List.of();
    for (Measured few : run.observations().of(Pipelines.ROLE)) {
      boolean every = !waits || !Pipelines.numbers(Pipelines.latency(few)).contains(0);
      if (Pipelines.isQueue(few)
          && Pipelines.layout(few).equals("1/1/1")
          && Pipelines.waits(few) == waits
          && every) {
        for (Measured many : run.observations().of(Pipelines.ROLE)) {
          if (Pipelines.layout(many).equals("3/4/5") && Pipelines.isSameBut(few, many, "layout")) {
            boolean better =
                found.isEmpty()
                    || (few.kind().equals("CLOSABLE") && !found.get(0).kind().equals("CLOSABLE"));
            found = better ? List.of(few, many) : found;
          }
        }
      }
    }
    return found;
  }

  /**
   * Returns the time of virtual threads by one latency, on the longest latency and most tasks:
   * there what threads cost counts least and most.
   */
  static List<Comparison> latencies(Facts run) {
    Measured telling = null;
    for (Measured each : run.observations().of("FAN_OUT")) {
      boolean candidate =
          each.kind().equals(FanOutSection.VIRTUAL)
              && FanOutSection.isOfRequests(each)
              && FanOutSection.isWithoutWork(each)
              && FanOutSection.ideal(each) != null
              && FanOutSection.tasks(each) > 1
              && FanOutSection.tasks(each) <= MOST_TASKS;
      boolean better =
          telling == null
              || FanOutSection.latency(each) > FanOutSection.latency(telling)
              || (FanOutSection.latency(each) == FanOutSection.latency(telling)
                  && FanOutSection.tasks(each) > FanOutSection.tasks(telling));
      telling = candidate && better ? each : telling;
    }
    if (telling == null) {
      return List.of();
    }
    long tasks = FanOutSection.tasks(telling);
    double latency = FanOutSection.latency(telling);
    String name =
        "%s tasks of %s on virtual threads, which one after the other wait %s s"
            .formatted(
                Words.count(tasks),
                FanOutSection.setting(telling),
                Words.figure(tasks * latency / 1e3));
    Estimate time = telling.mean().over(latency * 1e6);
    return List.of(new Comparison("", name, time, " latencies", List.of(telling.id())));
  }

  /** Returns the time of pools by that of as many rounds of waiting as their workers need. */
  static List<Comparison> rounds(Facts run) {
    List<Comparison> rounds = new ArrayList<>();
    for (Measured each : run.observations().of("FAN_OUT")) {
      if (POOLS.contains(each.kind())
          && FanOutSection.ideal(each) != null
          && FanOutSection.workers(each) != null
          && FanOutSection.tasks(each) > FanOutSection.workers(each)
          && FanOutSection.isWithoutWork(each)) {
        String name =
            "%s with %s tasks of %s by %s rounds of waiting"
                .formatted(
                    FanOutSection.name(each),
                    Words.count(FanOutSection.tasks(each)),
                    FanOutSection.setting(each),
                    Words.count(
                        FanOutSection.rounds(
                            FanOutSection.tasks(each), FanOutSection.workers(each))));
        Estimate time = each.mean().over(FanOutSection.ideal(each) * 1e6);
        rounds.add(new Comparison("", name, time, " × rounds", List.of(each.id())));
      }
    }
    return rounds;
  }

  /**
   * Returns what a thread of a kind keeps, where most of them were parked on the default stack.
   *
   * @param counted each of them by a name of its own
   * @param size of the unit in bytes
   */
  static List<Comparison> memory(
      Facts run, String kind, Map<String, String> counted, double size, String unit) {
    Measured usual = null;
    for (Measured each : run.observations().of("FOOTPRINT")) {
      boolean candidate = each.kind().equals(kind) && each.number("stackKilobytes", 0) == 0;
      boolean more = usual == null || each.number("count", 0) > usual.number("count", 0);
      usual = candidate && more ? each : usual;
    }
    Measured most = usual;
    List<Comparison> memory = new ArrayList<>();
    if (most != null) {
      new TreeMap<>(counted)
          .forEach(
              (group, name) -> {
                Estimate bytes = most.counted().each(name, "threads").over(size);
                String text =
                    "%s parked threads (%s), %s each"
                        .formatted(Words.count((long) most.number("count", 0)), kind, group);
                if (Double.isFinite(bytes.log())) {
                  memory.add(new Comparison(group, text, bytes, unit, List.of(most.id())));
                }
              });
    }
    return memory;
  }
}
