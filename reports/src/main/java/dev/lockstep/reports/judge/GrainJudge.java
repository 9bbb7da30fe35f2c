/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Executors.BreakEven;
import dev.lockstep.reports.report.Executors.Grain;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cost of a task, from workloads of constant work that is cut ever finer. */
final class GrainJudge {
  static final String PREFIX = "GRAIN_";

  private final RunData data;
  private final int cores;
  private final Map<String, Plan.Trial> planned = new HashMap<>();

  GrainJudge(RunData data) {
    this.data = data;
    this.cores = data.plan().cores();
    data.plan().trials().forEach(trial -> planned.put(trial.id(), trial));
  }

  /** A share of the bound at so many steps per task. */
  record Reached(double steps, double share) {}

  /** One workload: the kind's time and the baseline's, per fork and in nanoseconds. */
  private record Cut(
      Plan.Trial trial, Sweep.Point point, List<Double> nanos, List<Double> serial) {}

  /** Returns the grain of a kind from its sweeps, or null if it has no two cuts. */
  Grain grain(List<Sweep> sweeps) {
    List<Cut> cuts = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      Sweep.Point point = AtCores.of(sweep, cores);
      if (sweep.workload().startsWith(PREFIX) && !sweep.baseline() && point != null) {
        Cut cut = cut(point);
        if (cut != null) {
          cuts.add(cut);
        }
      }
    }
    cuts.removeIf(cut -> !sameWorkers(cut, cuts.get(0)));
    if (cuts.size() < 2) {
      return null;
    }
    cuts.sort(Comparator.comparingLong(cut -> -cut.trial().tasks()));
    int forks = Integer.MAX_VALUE;
    for (Cut cut : cuts) {
      forks = Math.min(forks, Math.min(cut.nanos().size(), cut.serial().size()));
    }
    double[] slopes = new double[forks];
    for (int fork = 0; fork < forks; fork++) {
      slopes[fork] = slope(cuts, fork);
    }
    List<Reached> reached = new ArrayList<>();
    for (Cut cut : cuts) {
      if (cut.point().boundEfficiency() != null && cut.trial().steps() != null) {
        double steps = cut.trial().steps() / (double) cut.trial().tasks();
        reached.add(new Reached(steps, cut.point().boundEfficiency()));
      }
    }
    return new Grain(
        cuts.get(0).point().workers(),
        ForkStatistics.mean(slopes),
        ForkStatistics.plainInterval(slopes),
        cuts.size(),
        breakEven(reached, 0.5),
        breakEven(reached, 0.9),
        cuts.stream().map(cut -> cut.trial().id()).toList());
  }

  private static boolean sameWorkers(Cut one, Cut other) {
    return Objects.equals(one.point().workers(), other.point().workers());
  }

  private Cut cut(Sweep.Point point) {
    Plan.Trial trial = planned.get(point.trial());
    Plan.Trial base = planned.get(trial.baseline());
    if (trial.tasks() == null || trial.tasks() == 0 || base == null) {
      return null;
    }
    return new Cut(trial, point, nanos(trial), nanos(base));
  }

  private List<Double> nanos(Plan.Trial trial) {
    JmhResult result = data.prices().get(trial.key());
    double scale = TimeUnits.nanosPer(result.unit());
    List<Double> nanos = new ArrayList<>();
    for (double log : ForkStatistics.logQuartiles(result.raw(), true)) {
      nanos.add(StrictMath.exp(log) * scale);
    }
    return nanos;
  }

  /** The slope over the tasks of the core time that the kind takes more than the baseline. */
  private double slope(List<Cut> cuts, int fork) {
    double[] tasks = new double[cuts.size()];
    double[] more = new double[cuts.size()];
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      tasks[i] = cut.trial().tasks();
      more[i] = cut.nanos().get(fork) * used(cut) - cut.serial().get(fork);
    }
    return slope(tasks, more);
  }

  /**
   * How many cores the kind can use: no more than it has workers, and no more than the tasks of a
   * workload can occupy, which matters where there are fewer tasks than cores.
   */
  private double used(Cut cut) {
    Double bound = cut.point().makespanBound();
    if (bound != null) {
      return bound;
    }
    Integer workers = cut.point().workers();
    return workers == null ? cores : Math.min(workers, cores);
  }

  /** Returns the slope of the straight line that comes closest to the points. */
  static double slope(double[] x, double[] y) {
    double meanX = ForkStatistics.mean(x);
    double meanY = ForkStatistics.mean(y);
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
    }
    return xx == 0 ? 0 : xy / xx;
  }

  /**
   * Returns the grain from which on a share is reached, interpolated over the logarithm of the
   * steps. Takes the finest grain first; null without any.
   */
  static BreakEven breakEven(List<Reached> grains, double share) {
    if (grains.isEmpty()) {
      return null;
    }
    if (grains.get(0).share() >= share) {
      return new BreakEven("BELOW", grains.get(0).steps());
    }
    for (int i = 1; i < grains.size(); i++) {
      Reached below = grains.get(i - 1);
      Reached above = grains.get(i);
      if (above.share() >= share) {
        double part = (share - below.share()) / (above.share() - below.share());
        double low = StrictMath.log(below.steps());
        double high = StrictMath.log(above.steps());
        return new BreakEven("AT", StrictMath.exp(low + part * (high - low)));
      }
    }
    return new BreakEven("ABOVE", grains.get(grains.size() - 1).steps());
  }
}
