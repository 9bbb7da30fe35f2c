/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.FanOut;
import dev.lockstep.reports.report.FanOut.Row;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the time of many tasks that wait against what their latencies alone would take. */
final class FanOutJudge {
  static final String VIRTUAL = "VIRTUAL";
  static final String SERIAL = "SERIAL";

  /** Kinds that give every task a thread of its own at once. */
  private static final Set<String> UNLIMITED = Set.of("NONE", "CARRIERS");

  private final RoleTrials trials;

  private FanOutJudge(RunData data, List<Price> prices) {
    this.trials = new RoleTrials(data, prices);
  }

  /** Returns the fan-out, without rows if no trial of it was measured. */
  static FanOut judge(RunData data, List<Price> prices) {
    FanOutJudge judge = new FanOutJudge(data, prices);
    List<Plan.Trial> planned = judge.trials.of("FAN_OUT");
    if (planned.isEmpty()) {
      return new FanOut(List.of(), List.of(), List.of());
    }
    List<Row> rows = planned.stream().map(trial -> judge.row(trial, planned)).toList();
    List<FanOut.Crossover> crossovers = judge.crossovers(planned);
    return new FanOut(rows, crossovers, FanOutFindings.of(rows, crossovers));
  }

  private Row row(Plan.Trial trial, List<Plan.Trial> all) {
    Figure time = trials.time(trial);
    Price price = trials.price(trial);
    double millis = time.nanos() / 1e6;
    double latency = RoleTrials.number(trial, "ioMillis", 0);
    Integer workers = workers(trial);
    Double ideal = ideal(trial, workers, latency);
    return new Row(
        trial.construct(),
        RoleTrials.kind(trial),
        trials.label(trial),
        work(trial),
        setting(trial),
        trial.params().getOrDefault("io", ""),
        latency,
        RoleTrials.number(trial, "cpuTokens", 0),
        tasks(trial),
        workers,
        time,
        ideal,
        ideal == null ? null : (Double) (millis / ideal),
        latency == 0 ? null : (Double) (millis / latency),
        serial(trial, all),
        price.allCpuPerOp(),
        price.bytesPerOp(),
        trial.id());
  }

  private static String work(Plan.Trial trial) {
    return trial.params().getOrDefault("work", "REQUEST");
  }

  static long tasks(Plan.Trial trial) {
    return (long) RoleTrials.number(trial, "tasks", 0);
  }

  private static boolean locked(Plan.Trial trial) {
    return !trial.params().getOrDefault("lock", "NONE").equals("NONE");
  }

  /** Returns what tells settings apart, in words. */
  private static String setting(Plan.Trial trial) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s %s ms"
            .formatted(
                trial.params().getOrDefault("io", "no I/O"),
                trial.params().getOrDefault("ioMillis", "0")));
    if (RoleTrials.number(trial, "cpuTokens", 0) > 0) {
      parts.add(trial.params().get("cpuTokens") + " tokens of work");
    }
    if (locked(trial)) {
      parts.add("lock " + trial.params().get("lock"));
    }
    return String.join(", ", parts);
  }

  /** Returns the workers of a kind that has a fixed number of them, otherwise null. */
  private Integer workers(Plan.Trial trial) {
    if (RoleTrials.kind(trial).equals(SERIAL)) {
      return 1;
    }
    int given = (int) RoleTrials.number(trial, "workers", 0);
    return switch (trials.workersMean(trial)) {
      case "NONE", "CARRIERS" -> null;
      case "SINGLE" -> 1;
      default -> given == 0 ? null : (Integer) given;
    };
  }

  /** Tasks in as many rounds as workers need; a lock held per task lets only one wait at a time. */
  private Double ideal(Plan.Trial trial, Integer workers, double latency) {
    if (latency == 0 || locked(trial)) {
      return null;
    }
    if (workers == null) {
      return UNLIMITED.contains(trials.workersMean(trial)) ? (Double) latency : null;
    }
    return ideal(tasks(trial), workers, latency);
  }

  static double ideal(long tasks, int workers, double latency) {
    return rounds(tasks, workers) * latency;
  }

  /** Returns how many times the workers take a task each until none is left. */
  static long rounds(long tasks, int workers) {
    return (tasks + workers - 1) / workers;
  }

  private Ratio serial(Plan.Trial trial, List<Plan.Trial> all) {
    for (Plan.Trial other : all) {
      if (RoleTrials.kind(other).equals(SERIAL)
          && tasks(other) == tasks(trial)
          && group(other).equals(group(trial))) {
        return other.equals(trial) ? new Ratio(1, null) : trials.timesAsFast(trial, other);
      }
    }
    return null;
  }

  private static List<String> group(Plan.Trial trial) {
    return List.of(work(trial), setting(trial));
  }

  /** Virtual threads against every other kind, and every kind against the plain loop. */
  private List<FanOut.Crossover> crossovers(List<Plan.Trial> all) {
    Map<List<String>, Map<Long, Plan.Trial>> series = new TreeMap<>(FanOutJudge::compare);
    for (Plan.Trial trial : all) {
      Integer workers = workers(trial);
      String mechanism =
          RoleTrials.kind(trial)
              + (workers == null || RoleTrials.kind(trial).equals(SERIAL) || single(trial)
                  ? ""
                  : ", " + Reasons.count(workers, "worker"));
      series
          .computeIfAbsent(List.of(work(trial), setting(trial), mechanism), key -> new TreeMap<>())
          .put(tasks(trial), trial);
    }
    List<FanOut.Crossover> found = new ArrayList<>();
    series.forEach(
        (one, mine) ->
            series.forEach(
                (other, theirs) -> {
                  boolean wanted =
                      one.get(2).equals(VIRTUAL)
                          ? !other.get(2).equals(VIRTUAL)
                          : other.get(2).equals(SERIAL) && !one.get(2).equals(SERIAL);
                  if (wanted && one.subList(0, 2).equals(other.subList(0, 2))) {
                    FanOut.Crossover crossover = crossover(one, other.get(2), mine, theirs);
                    if (crossover != null) {
                      found.add(crossover);
                    }
                  }
                }));
    return found;
  }

  private boolean single(Plan.Trial trial) {
    return trials.workersMean(trial).equals("SINGLE");
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private FanOut.Crossover crossover(
      List<String> one, String other, Map<Long, Plan.Trial> mine, Map<Long, Plan.Trial> theirs) {
    List<Long> common = mine.keySet().stream().filter(theirs::containsKey).toList();
    Long from = null;
    Ratio last = null;
    for (long tasks : common) {
      Ratio ratio = trials.timesAsFast(mine.get(tasks), theirs.get(tasks));
      if (ratio == null) {
        return null;
      }
      from = !faster(ratio) ? null : from == null ? (Long) tasks : from;
      last = ratio;
    }
    if (last == null) {
      return null;
    }
    long most = common.get(common.size() - 1);
    String where = from == null ? "NEVER" : from.equals(common.get(0)) ? "ALWAYS" : "AT";
    return new FanOut.Crossover(
        one.get(0),
        one.get(1),
        one.get(2),
        other,
        where,
        from,
        most,
        last,
        List.of(mine.get(most).id(), theirs.get(most).id()));
  }

  private static boolean faster(Ratio ratio) {
    return ratio.interval() == null ? ratio.value() > 1 : ratio.interval().low() > 1;
  }
}
