/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.FanOut;
import dev.lockstep.reports.report.Pipelines;
import dev.lockstep.reports.report.Units;
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
    Map<String, Plan.Trial> chosen = new LinkedHashMap<>();
    for (Plan.Trial trial : run.trials().sweeps()) {
      int workers = trial.workers() == null ? 0 : trial.workers();
      if (kinds.contains(RoleTrials.kind(trial))
          && isOfSeed(trial)
          && locks.contains(lock(trial))
          && workers > 1
          && workers <= Math.min(most, run.cores())
          && run.trials().speedup(trial) != null) {
        chosen.merge(
            trial.construct() + trial.workload() + trial.lock(),
            trial,
            (a, b) -> a.workers() >= b.workers() ? a : b);
      }
    }
    List<Comparison> speedups = new ArrayList<>();
    for (Plan.Trial trial : chosen.values()) {
      String kind = RoleTrials.kind(trial);
      String lock = trial.plain() ? "" : " under " + trial.lock();
      String name =
          "%s%s on %s, %s workers"
              .formatted(kind, lock, Quoted.name(trial.workload()), trial.workers());
      speedups.add(
          new Comparison(
              kind,
              name,
              run.trials().speedup(trial),
              TIMES,
              List.of(trial.id(), trial.baseline())));
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
    List<Plan.Trial> all = run.trials().of(role);
    for (Plan.Trial one : all) {
      for (Plan.Trial other : all) {
        if (RoleTrials.kind(one).equals(slow)
            && RoleTrials.kind(other).equals(fast)
            && one.benchmark().equals(other.benchmark())
            && rest(one).equals(rest(other))) {
          ratios.add(ratio(run, one, other));
        }
      }
    }
    return ratios;
  }

  private static Map<String, String> rest(Plan.Trial trial) {
    Map<String, String> rest = new LinkedHashMap<>(trial.params());
    rest.remove("kind");
    return rest;
  }

  /** Returns the time of one trial by that of another, of the same function. */
  static Comparison ratio(Facts run, Plan.Trial one, Plan.Trial other) {
    String function = one.params().getOrDefault("function", "");
    String name =
        "%stime of %s by that of %s"
            .formatted(
                function.isEmpty() ? "" : Quoted.name(function) + ": ",
                Quoted.name(RoleTrials.kind(one)),
                Quoted.name(RoleTrials.kind(other)));
    return new Comparison(
        "", name, run.trials().times(one, other), TIMES, List.of(one.id(), other.id()));
  }

  /** Returns what ROOT gains over LOOP by what each executor gains over serial, by function. */
  static List<Comparison> algorithm(Facts run) {
    List<Comparison> gains = new ArrayList<>();
    for (Comparison root : kinds(run, "KERNEL", KernelJudge.LOOP, "ROOT")) {
      String function = root.name().substring(0, Math.max(0, root.name().indexOf(':')));
      for (Plan.Trial trial : run.trials().sweeps()) {
        Estimate speedup = run.trials().speedup(trial);
        if (trial.workload().equals(function + ExecutorsJudge.SEED)
            && trial.plain()
            && speedup != null) {
          String workers =
              trial.workers() == null ? "" : ", " + Reasons.count(trial.workers(), "worker");
          gains.add(
              new Comparison(
                  "",
                  "%s: gain of ROOT on one core by that of %s%s"
                      .formatted(function, Quoted.name(RoleTrials.kind(trial)), workers),
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
      Pipelines.Row[] pair = PipelineComparisons.pair(run.pipelines().rows(), waits);
      if (pair == null) {
        return List.of();
      }
      ratios.add(
          new Comparison(
              waits ? "waiting" : "without",
              "%s, latency %s µs: items of 3/4/5 by those of 1/1/1"
                  .formatted(PipelineFindings.name(pair[0]), Quoted.name(pair[0].latencyMicros())),
              run.trials().times(pair[0].trial(), pair[1].trial()),
              TIMES,
              List.of(pair[0].trial(), pair[1].trial())));
    }
    return ratios;
  }

  /**
   * Returns the time of virtual threads by one latency, on the longest latency and most tasks:
   * there what threads cost counts least and most.
   */
  static List<Comparison> latencies(Facts run) {
    FanOut.Row telling = null;
    for (FanOut.Row row : run.fanOut().rows()) {
      boolean candidate =
          row.kind().equals(FanOutJudge.VIRTUAL)
              && row.work().equals("REQUEST")
              && row.ideal() != null
              && row.cpuTokens() == 0
              && row.tasks() > 1
              && row.tasks() <= MOST_TASKS;
      boolean better =
          telling == null
              || row.ioMillis() > telling.ioMillis()
              || (row.ioMillis() == telling.ioMillis() && row.tasks() > telling.tasks());
      telling = candidate && better ? row : telling;
    }
    if (telling == null) {
      return List.of();
    }
    String name =
        "%s tasks of %s on virtual threads, which one after the other wait %s s"
            .formatted(
                Words.count(telling.tasks()),
                Quoted.name(telling.setting()),
                Words.figure(telling.tasks() * telling.ioMillis() / 1e3));
    Estimate time = run.trials().mean(telling.trial()).over(telling.ioMillis() * 1e6);
    return List.of(new Comparison("", name, time, " latencies", List.of(telling.trial())));
  }

  /** Returns the time of pools by that of as many rounds of waiting as their workers need. */
  static List<Comparison> rounds(Facts run) {
    List<Comparison> rounds = new ArrayList<>();
    for (FanOut.Row row : run.fanOut().rows()) {
      if (POOLS.contains(row.kind())
          && row.ideal() != null
          && row.workers() != null
          && row.tasks() > row.workers()
          && row.cpuTokens() == 0) {
        String name =
            "%s with %s tasks of %s by %s rounds of waiting"
                .formatted(
                    FanOutFindings.name(row),
                    Words.count(row.tasks()),
                    Quoted.name(row.setting()),
                    Words.count(FanOutJudge.rounds(row.tasks(), row.workers())));
        Estimate time = run.trials().mean(row.trial()).over(row.ideal() * 1e6);
        rounds.add(new Comparison("", name, time, " × rounds", List.of(row.trial())));
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
    Units.Footprint usual = UnitJudge.usual(run.units().footprints(), kind);
    List<Comparison> memory = new ArrayList<>();
    if (usual != null) {
      new TreeMap<>(counted)
          .forEach(
              (group, name) -> {
                Counted counts = run.trials().counted(usual.trial());
                Estimate bytes = counts.each(name, "threads").over(size);
                String text =
                    "%s parked threads (%s), %s each"
                        .formatted(Words.count(usual.count()), kind, group);
                if (Double.isFinite(bytes.log())) {
                  memory.add(new Comparison(group, text, bytes, unit, List.of(usual.trial())));
                }
              });
    }
    return memory;
  }
}
