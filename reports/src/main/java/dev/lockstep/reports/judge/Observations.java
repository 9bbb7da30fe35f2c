/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.judge.Measured.Metric;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Cpython;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** All observations of a run: one of each trial that gave a figure, in the order of the plan. */
final class Observations {
  private static final String LESS = "LESS";
  private static final String MORE = "MORE";

  private final RunData data;
  private final Spreads spreads;
  private final Map<String, Plan.Construct> constructs = new HashMap<>();
  private final List<Measured> all = new ArrayList<>();
  private final Map<String, Measured> byTrial = new HashMap<>();

  private Observations(RunData data) {
    this.data = data;
    this.spreads = new Spreads(data);
    data.plan().constructs().forEach(each -> constructs.put(each.id(), each));
  }

  static Observations of(RunData data, List<Price> prices) {
    Observations observations = new Observations(data);
    Map<String, Price> byTrial = new HashMap<>();
    prices.forEach(price -> byTrial.put(price.trial(), price));
    for (Plan.Trial trial : data.plan().trials()) {
      Price price = byTrial.get(trial.id());
      if (trial.construct() != null && price.measured() && price.score() > 0) {
        Measured measured = observations.measured(trial, price);
        observations.all.add(measured);
        observations.byTrial.put(trial.id(), measured);
      }
    }
    return observations;
  }

  List<Measured> all() {
    return all;
  }

  /** Returns those of a role. */
  List<Measured> of(String role) {
    return all.stream().filter(each -> each.is(role)).toList();
  }

  /** Returns the points of sweeps, whatever their locks and chunks. */
  List<Measured> sweeps() {
    return all.stream().filter(each -> each.trial().sweep()).toList();
  }

  /** Returns that of a trial, or null. */
  Measured get(String trial) {
    return byTrial.get(trial);
  }

  /** Returns what each shot of each fork of a trial lost. */
  List<List<Double>> lost(String trial) {
    return data.prices().get(get(trial).trial().key()).lost();
  }

  int cores() {
    return data.plan().cores();
  }

  /** Returns the pipelines of CPython in the same run. */
  List<Cpython.Pipeline> cpython() {
    return data.cpython() != null && data.cpython().measured()
        ? data.cpython().pipelines()
        : List.of();
  }

  /** Returns whether figures of this run may convince anybody. */
  boolean areEvidence() {
    return data.plan().evidence() && (data.environment() == null || !data.environment().limited());
  }

  private Measured measured(Plan.Trial trial, Price price) {
    JmhResult result = data.prices().get(trial.key());
    TrialRecord record = data.trials().get(trial.id());
    Plan.Construct construct = constructs.get(trial.construct());
    Map<String, Metric> metrics = new TreeMap<>();
    boolean rate = trial.mode().equals("thrpt");
    double scale = rate ? 1 : TimeUnits.nanosPer(price.unit());
    metrics.put(
        rate ? "rate" : "time",
        new Metric(
            price.score() * scale,
            rate ? spreads.quartile(trial) : spreads.mean(trial),
            rate ? price.unit() : "ns",
            rate ? MORE : LESS));
    if (record != null) {
      List<TrialRecord.Fork> forks = record.counting();
      put(metrics, "cpu", forks, Observations::cpu, "ns", LESS);
      put(metrics, "bytes", forks, TrialRecord.Fork::bytesPerOp, "B", LESS);
      put(metrics, "switches", forks, TrialRecord.Fork::voluntarySwitchesPerOp, "", LESS);
      latencies(metrics, forks);
    }
    boolean racy = construct != null && "RACY".equals(construct.guarantee());
    return new Measured(
        this,
        trial,
        construct,
        spreads.quartile(trial),
        metrics,
        new Counted(result.counts()),
        !racy && !price.proof().equals("BROKEN") && (record == null || !record.isWarming()));
  }

  /** That of all processes. */
  private static Double cpu(TrialRecord.Fork fork) {
    Double own = fork.cpuNanosPerOp();
    Double children = fork.childCpuPerOp();
    return own == null || children == null ? own : (Double) (own + children);
  }

  private static void latencies(Map<String, Metric> metrics, List<TrialRecord.Fork> forks) {
    List<TrialRecord.Latency> all =
        forks.stream().map(TrialRecord.Fork::latency).filter(Objects::nonNull).toList();
    if (all.isEmpty()) {
      return;
    }
    Function<Function<TrialRecord.Latency, Double>, Function<TrialRecord.Latency, Double>> nanos =
        figure -> each -> figure.apply(each) * TimeUnits.nanosPer(each.unit());
    put(metrics, "p50", all, nanos.apply(TrialRecord.Latency::p50), "ns", LESS);
    put(metrics, "p99", all, nanos.apply(TrialRecord.Latency::p99), "ns", LESS);
    put(metrics, "p99.9", all, nanos.apply(TrialRecord.Latency::p999), "ns", LESS);
    put(metrics, "longest", all, nanos.apply(TrialRecord.Latency::max), "ns", LESS);
    put(metrics, "clock", all, TrialRecord.Latency::clockNanos, "ns", null);
    put(metrics, "fairness", all, each -> median(each.fairness()), "share", MORE);
    put(metrics, "asked", all, TrialRecord.Latency::asked, "/s", null);
    put(metrics, "kept", all, each -> median(each.kept()), "/s", MORE);
    double least = all.stream().mapToDouble(each -> (double) each.samples()).min().orElse(0);
    metrics.put(
        "samples",
        new Metric(least, new Estimate(StrictMath.log(least), Double.NaN, 0, 1), "", null));
  }

  private static Double median(List<Double> values) {
    return values.isEmpty() ? null : (Double) ForkStatistics.quantile(values, 0.5);
  }

  /** Adds a metric that some forks have: their geometric mean, or their mean if one has none. */
  private static <T> void put(
      Map<String, Metric> metrics,
      String name,
      List<T> forks,
      Function<T, Double> figure,
      String unit,
      String better) {
    double[] values =
        forks.stream()
            .map(figure)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (values.length == 0) {
      return;
    }
    double mean = ForkStatistics.mean(values);
    double[] logs = Arrays.stream(values).map(StrictMath::log).toArray();
    Estimate estimate = Estimate.of(logs, Spread.UNKNOWN);
    double value = Double.isFinite(estimate.log()) ? estimate.value() : mean;
    metrics.put(name, new Metric(value, estimate, unit, better));
  }
}
