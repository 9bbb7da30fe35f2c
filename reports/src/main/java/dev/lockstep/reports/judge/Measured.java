/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Observation;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one trial measured of one construct, with what its forks tell of each metric. Tables,
 * charts, findings and claims read nothing else.
 *
 * @param run what was measured beside it
 * @param construct as the plan knows it, or null if it does not
 * @param time as it is compared: of the fast quartiles of the forks
 * @param metrics by name, {@code time} in nanoseconds among them
 * @param counted what the benchmark counted beside its time
 * @param sound whether nothing speaks against it: neither racy nor broken, and warm when measured
 */
record Measured(
    Observations run,
    Plan.Trial trial,
    Plan.Construct construct,
    Estimate time,
    Map<String, Metric> metrics,
    Counted counted,
    boolean sound) {

  /** What several forks tell of one figure; the unit as in {@link Amount}. */
  record Metric(double value, Estimate forks, String unit, String better) {
    Amount amount() {
      Interval interval = forks.interval();
      return new Amount(value, interval, unit, forks.forks());
    }
  }

  String id() {
    return trial.id();
  }

  boolean is(String role) {
    return trial.is(role);
  }

  String kind() {
    return Quoted.name(trial.construct().substring(trial.construct().indexOf(':') + 1));
  }

  /** Returns what people call the construct. */
  String label() {
    return construct == null ? kind() : Quoted.name(construct.label());
  }

  /** Returns what a worker count means to the construct, or an empty text. */
  String workersMean() {
    return construct == null || construct.workers() == null ? "" : construct.workers();
  }

  /** Returns a parameter, or an empty text. */
  String at(String dimension) {
    return trial.params().getOrDefault(dimension, "");
  }

  /** Returns a parameter as a number, or the given one if it is none. */
  double number(String dimension, double otherwise) {
    String text = at(dimension);
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : otherwise;
  }

  /** Returns whether another is the same but for its construct and for one parameter. */
  boolean isBeside(Measured other, String free) {
    return trial.role() != null
        && trial.role().equals(other.trial().role())
        && trial.benchmark().equals(other.trial().benchmark())
        && trial.threads() == other.trial().threads()
        && rest(trial, free).equals(rest(other.trial(), free));
  }

  private static Map<String, String> rest(Plan.Trial trial, String free) {
    Map<String, String> rest = new TreeMap<>(trial.params());
    rest.remove(free);
    return rest;
  }

  /** Returns the first of the run that is so and so, or null. */
  Measured beside(Predicate<Measured> which) {
    return run.all().stream().filter(which).findFirst().orElse(null);
  }

  /** Returns the same with another value of a parameter, or null; a kind is a parameter, too. */
  Measured with(String dimension, String value) {
    return beside(other -> other.at(dimension).equals(value) && other.isBeside(this, dimension));
  }

  /** Returns the time of this by that of another. */
  Estimate over(Measured other) {
    return time.over(other.time());
  }

  /** Returns whether the interval of their ratio shows that this takes longer than another. */
  boolean isSlowerThan(Measured other) {
    Interval interval = over(other).interval();
    return interval != null && interval.low() > 1;
  }

  /** Returns the speed-up over the baseline, or null if this is one or has none. */
  Estimate speedup() {
    Measured base = run.get(trial.baseline());
    if (base == null || base.id().equals(id())) {
      return null;
    }
    Estimate speedup = trial.mode().equals("thrpt") ? over(base) : base.over(this);
    return Double.isFinite(speedup.log()) ? speedup : null;
  }

  /** Returns the mean time in nanoseconds. */
  Estimate mean() {
    return metrics.get("time").forks();
  }

  /** Returns a metric, or null if it was not measured. */
  Amount amount(String metric) {
    Metric found = metrics.get(metric);
    return found == null ? null : found.amount();
  }

  /** Returns what the forks tell of a metric, so that nothing is known of one that is not there. */
  Estimate estimate(String metric) {
    if (metric.equals("time")) {
      return time;
    }
    Metric found = metrics.get(metric);
    return found == null ? new Estimate(Double.NaN, Double.NaN, 0, 0) : found.forks();
  }

  /** Returns one sum by another, of what was counted, or null. */
  Amount counted(String name, String divisor, String unit) {
    Double value = counted.per(name, counted.total(divisor));
    return value == null
        ? null
        : new Amount(value, known(counted.each(name, divisor)), unit, counted.forks(name));
  }

  /** Returns a count per iteration, or null. */
  Amount perShot(String name, String unit) {
    Double value = counted.per(name, (double) counted.shots(name));
    return value == null
        ? null
        : new Amount(value, known(counted.perShot(name)), unit, counted.forks(name));
  }

  private static Interval known(Estimate estimate) {
    Interval interval = Double.isFinite(estimate.log()) ? estimate.interval() : null;
    return interval != null && Double.isFinite(interval.high()) ? interval : null;
  }

  Observation observation() {
    Map<String, String> dimensions = new TreeMap<>(trial.params());
    dimensions.put("threads", String.valueOf(trial.threads()));
    dimensions.put("mode", trial.mode());
    Map<String, Observation.Metric> shown = new TreeMap<>();
    metrics.forEach(
        (name, each) -> {
          Amount amount = each.amount();
          shown.put(
              name,
              new Observation.Metric(
                  amount.value(), amount.interval(), amount.unit(), amount.forks(), each.better()));
        });
    return new Observation(trial.id(), trial.construct(), trial.role(), dimensions, shown);
  }
}
