/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Sweep;
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

  private final RunData data;
  private final int cores;
  private final Map<String, Plan.Trial> planned = new HashMap<>();
  private final Map<String, Price> prices = new HashMap<>();

  private SweepJudge(RunData data, List<Price> prices) {
    this.data = data;
    this.cores = data.plan().cores();
    data.plan().trials().forEach(trial -> planned.put(trial.id(), trial));
    prices.forEach(price -> this.prices.put(price.trial(), price));
  }

  /** Returns one sweep per workload and construct, in the order of the plan. */
  static List<Sweep> judge(RunData data, List<Price> prices) {
    SweepJudge judge = new SweepJudge(data, prices);
    Map<List<String>, List<Plan.Trial>> groups = new LinkedHashMap<>();
    for (Plan.Trial trial : data.plan().trials()) {
      if (trial.workload() != null && trial.construct() != null) {
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
        fit(points));
  }

  private Sweep.Point point(Plan.Trial trial) {
    Price price = prices.get(trial.id());
    Plan.Trial base = planned.get(trial.baseline());
    Price basePrice = base == null ? null : prices.get(base.id());
    if (!measured(price) || !measured(basePrice)) {
      return null;
    }
    boolean self = trial.id().equals(trial.baseline());
    ForkStatistics.Ratio ratio =
        self ? new ForkStatistics.Ratio(1, null) : speedup(trial, data.prices().get(base.key()));
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
        price.score(),
        price.unit(),
        price.cpuPerOp(),
        workers != null && workers > cores,
        trial.id());
  }

  private ForkStatistics.Ratio speedup(Plan.Trial trial, JmhResult base) {
    boolean lessIsBetter = !trial.mode().equals("thrpt");
    double[] mine = ForkStatistics.logQuartiles(data.prices().get(trial.key()).raw(), lessIsBetter);
    double[] theirs = ForkStatistics.logQuartiles(base.raw(), lessIsBetter);
    return lessIsBetter ? ForkStatistics.ratio(theirs, mine) : ForkStatistics.ratio(mine, theirs);
  }

  private static boolean measured(Price price) {
    return price != null && price.status().equals("MEASURED");
  }

  private Sweep.Fit fit(List<Sweep.Point> points) {
    int usable =
        (int)
            points.stream()
                .filter(point -> point.workers() != null && point.workers() <= cores)
                .count();
    if (usable < FIT_NEEDS) {
      return new Sweep.Fit(
          "NOT_ENOUGH_CORES", usable, "not enough cores: needs 4 points at workers <= cores");
    }
    return new Sweep.Fit("NOT_FITTED", usable, "this version fits no scaling law");
  }
}
