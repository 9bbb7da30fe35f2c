/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets the trials of a workload against its serial baseline. */
final class SweepJudge {
  private static final int FIT_NEEDS = 4;
  private static final double CLOSE = 0.05;

  private final RunData data;
  private final Spreads spreads;
  private final int cores;
  private final Map<String, Plan.Trial> planned = new HashMap<>();
  private final Map<String, Price> prices = new HashMap<>();

  private SweepJudge(RunData data, List<Price> prices) {
    this.data = data;
    this.spreads = new Spreads(data);
    this.cores = data.plan().cores();
    data.plan().trials().forEach(trial -> planned.put(trial.id(), trial));
    prices.forEach(price -> this.prices.put(price.trial(), price));
  }

  /** Returns one sweep per workload and construct, in the order of the plan. */
  static List<Sweep> judge(RunData data, List<Price> prices) {
    SweepJudge judge = new SweepJudge(data, prices);
    Map<List<String>, List<Plan.Trial>> groups = new LinkedHashMap<>();
    for (Plan.Trial trial : data.plan().trials()) {
      if (trial.sweep() && trial.plain() && trial.construct() != null) {
        groups
            .computeIfAbsent(
                List.of(trial.workload(), trial.construct()), group -> new ArrayList<>())
            .add(trial);
      }
    }
    List<Sweep> sweeps = new ArrayList<>();
    groups.values().forEach(group -> sweeps.add(judge.sweep(group)));
    return sweeps;
  }

  private Sweep sweep(List<Plan.Trial> group) {
    List<Sweep.Point> points = new ArrayList<>();
    for (Plan.Trial trial : group) {
      Sweep.Point point = point(trial);
      if (point != null) {
        points.add(point);
      }
    }
    points.sort(
        Comparator.comparing(
            Sweep.Point::workers, Comparator.nullsFirst(Comparator.naturalOrder())));
    Plan.Trial first = group.get(0);
    return new Sweep(
        first.workload(),
        first.construct(),
        first.construct().substring(first.construct().indexOf(':') + 1),
        first.id().equals(first.baseline()),
        points,
        fit(first.workload(), points),
        first.id().equals(first.baseline()) ? raw(first) : null);
  }

  /** Returns the bare loop over the tasks of a baseline, or null if either was not measured. */
  private Sweep.Raw raw(Plan.Trial base) {
    for (Plan.Trial trial : planned.values()) {
      Price price = prices.get(trial.id());
      if (trial.is("RAW")
          && base.id().equals(trial.baseline())
          && measured(price)
          && measured(prices.get(base.id()))) {
        JmhResult result = data.prices().get(trial.key());
        Ratio ratio = speedup(trial, base);
        if (ratio == null || trial.tasks() == null || trial.tasks() == 0) {
          return null;
        }
        double nanos =
            StrictMath.exp(ForkStatistics.mean(ForkStatistics.logQuartiles(result.raw(), true)))
                * TimeUnits.nanosPer(result.unit());
        double perTask = nanos / trial.tasks();
        Interval interval = ratio.interval();
        return new Sweep.Raw(
            price.score(),
            price.unit(),
            price.allCpuPerOp(),
            ratio,
            perTask * (ratio.value() - 1),
            interval == null
                ? null
                : new Interval(perTask * (interval.low() - 1), perTask * (interval.high() - 1)),
            trial.id());
      }
    }
    return null;
  }

  private Sweep.Point point(Plan.Trial trial) {
    Price price = prices.get(trial.id());
    Plan.Trial base = planned.get(trial.baseline());
    Price basePrice = base == null ? null : prices.get(base.id());
    if (!measured(price) || !measured(basePrice)) {
      return null;
    }
    boolean self = trial.id().equals(trial.baseline());
    Ratio ratio = self ? new Ratio(1, null) : speedup(trial, base);
    if (ratio == null) {
      return null;
    }
    Integer workers = trial.workers();
    Double bound = trial.makespanBound();
    if (bound != null) {
      bound = Math.min(Math.min(bound, cores), workers == null ? cores : workers);
    }
    return new Sweep.Point(
        workers,
        ratio.value(),
        ratio.interval(),
        bound,
        workers == null ? null : (Double) (ratio.value() / workers),
        bound == null || bound == 0 ? null : (Double) (ratio.value() / bound),
        ScalingLaws.karpFlatt(workers, ratio.value(), cores),
        price.score(),
        price.unit(),
        price.cpuPerOp(),
        cost(price, basePrice, trial.tasks()),
        workers != null && workers > cores,
        trial.id());
  }

  private Ratio speedup(Plan.Trial trial, Plan.Trial base) {
    boolean lessIsBetter = !trial.mode().equals("thrpt");
    return lessIsBetter ? spreads.ratio(base, trial) : spreads.ratio(trial, base);
  }

  private static boolean measured(Price price) {
    return price != null && price.status().equals("MEASURED");
  }

  private Sweep.Cost cost(Price price, Price base, Long tasks) {
    Double cpu = price.allCpuPerOp();
    Double serial = base.allCpuPerOp();
    double wall = price.score() * TimeUnits.nanosPer(price.unit()) * cores;
    return new Sweep.Cost(
        cpu,
        cpu == null || serial == null || serial == 0 ? null : (Double) (cpu / serial),
        cpu == null || wall == 0 ? null : (Double) (cpu / wall),
        price.bytesPerOp(),
        price.bytesPerOp() == null || tasks == null || tasks == 0
            ? null
            : (Double) (price.bytesPerOp() / tasks),
        price.voluntarySwitchesPerOp(),
        price.involuntarySwitchesPerOp());
  }

  private Sweep.Fit fit(String workload, List<Sweep.Point> points) {
    List<ScalingLaws.Measured> usable = new ArrayList<>();
    for (Sweep.Point point : points) {
      if (point.workers() != null && point.workers() <= cores) {
        usable.add(new ScalingLaws.Measured(point.workers(), point.speedup()));
      }
    }
    Double known = knownFraction(workload);
    if (usable.size() < FIT_NEEDS) {
      String why = "not enough cores: needs 4 points at workers <= cores";
      return new Sweep.Fit("NOT_ENOUGH_CORES", usable.size(), why, null, null, known, null);
    }
    Sweep.Amdahl amdahl = ScalingLaws.amdahl(usable);
    Boolean recovered =
        known == null ? null : (Boolean) (Math.abs(amdahl.serialFraction() - known) <= CLOSE);
    String why =
        "Amdahl's law gives a serial fraction of %s from %s points"
            .formatted(Words.percent(amdahl.serialFraction()), usable.size());
    if (recovered != null) {
      why +=
          ", %s the %s that the workload was built with"
              .formatted(
                  recovered ? "within 0.05 of" : "more than 0.05 away from", Words.percent(known));
    }
    return new Sweep.Fit(
        "FITTED", usable.size(), why, amdahl, ScalingLaws.usl(usable), known, recovered);
  }

  /** A workload AMDAHL_n holds one lock for n per cent of its steps. */
  private static Double knownFraction(String workload) {
    return workload.matches("AMDAHL_[0-9]{1,3}")
        ? (Double) (Integer.parseInt(workload.substring("AMDAHL_".length())) / 100.0)
        : null;
  }
}
