/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How much the forks of each benchmark of a run spread, on so many threads. */
final class Spreads {
  private final RunData data;
  private final Map<String, Spread> means = new HashMap<>();
  private final Map<String, Spread> quartiles = new HashMap<>();

  Spreads(RunData data) {
    this.data = data;
  }

  /** Returns that of {@link ForkStatistics#logMeans}. */
  Spread ofMeans(Plan.Trial trial) {
    return means.computeIfAbsent(
        sort(trial), sort -> of(sort, each -> ForkStatistics.logMeans(raw(each))));
  }

  private Spread ofQuartiles(Plan.Trial trial) {
    return quartiles.computeIfAbsent(sort(trial), sort -> of(sort, this::quartiles));
  }

  /** Returns one figure by another, of the fast quartiles of their forks and in the same unit. */
  Ratio ratio(Plan.Trial over, Plan.Trial under) {
    return quartile(over).over(quartile(under)).ratio();
  }

  /** Returns the fast quartile of a trial: nanoseconds of a time. */
  Estimate quartile(Plan.Trial trial) {
    return Estimate.of(quartiles(trial), ofQuartiles(trial));
  }

  /** Returns the mean of a time in nanoseconds. */
  Estimate mean(Plan.Trial trial) {
    return Estimate.of(ForkStatistics.logMeans(raw(trial)), ofMeans(trial))
        .over(1 / TimeUnits.nanosPer(data.prices().get(trial.key()).unit()));
  }

  /** Logarithms of nanoseconds, so that times of different units compare. */
  private double[] quartiles(Plan.Trial trial) {
    boolean time = !trial.mode().equals("thrpt");
    double[] logs = ForkStatistics.logQuartiles(raw(trial), time);
    if (time) {
      double unit = StrictMath.log(TimeUnits.nanosPer(data.prices().get(trial.key()).unit()));
      for (int i = 0; i < logs.length; i++) {
        logs[i] += unit;
      }
    }
    return logs;
  }

  private Spread of(String sort, Function<Plan.Trial, double[]> logs) {
    List<double[]> trials = new ArrayList<>();
    for (Plan.Trial trial : data.plan().trials()) {
      if (sort(trial).equals(sort) && raw(trial) != null) {
        trials.add(logs.apply(trial));
      }
    }
    return Spread.of(trials);
  }

  private List<List<Double>> raw(Plan.Trial trial) {
    JmhResult result = data.prices() == null ? null : data.prices().get(trial.key());
    return result == null ? null : result.raw();
  }

  private static String sort(Plan.Trial trial) {
    return "%s %s %s".formatted(trial.benchmark(), trial.mode(), trial.threads());
  }
}
