/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Pipelines;
import dev.lockstep.reports.report.Pipelines.HandMade;
import dev.lockstep.reports.report.Pipelines.Python;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.run.Cpython;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Says what a thousand items through three stages cost over each queue and in each line. */
final class PipelineJudge {
  /** Items of one run. */
  static final double ITEMS = 1000;

  static final String UNBOUNDED = "UNBOUNDED";
  private static final String DIRECT = "pipeline:DIRECT";
  private static final String NO_LATENCY = "0/0/0";

  private final RoleTrials trials;
  private final List<Python> python;

  private PipelineJudge(RunData data, List<Price> prices) {
    this.trials = new RoleTrials(data, prices);
    this.python = python(data.cpython());
  }

  /** Returns the pipelines, without rows if no trial of one was measured. */
  static Pipelines judge(RunData data, List<Price> prices) {
    PipelineJudge judge = new PipelineJudge(data, prices);
    List<Plan.Trial> planned = judge.trials.of("PIPELINE");
    List<Row> rows = planned.stream().map(trial -> judge.row(trial, planned)).toList();
    List<HandMade> handMade = judge.trials.of("HAND_MADE").stream().map(judge::handMade).toList();
    boolean any = !rows.isEmpty() || !handMade.isEmpty();
    return new Pipelines(
        rows,
        judge.python,
        handMade,
        any ? PipelineFindings.of(judge.sound(rows), handMade, judge.trials) : List.of());
  }

  /** What loses items must not be recommended, however fast it is. */
  private List<Row> sound(List<Row> rows) {
    return rows.stream()
        .filter(row -> !trials.racy(row.construct()) && !row.proof().equals("BROKEN"))
        .toList();
  }

  private Row row(Plan.Trial trial, List<Plan.Trial> all) {
    Figure time = trials.time(trial);
    Price price = trials.price(trial);
    double rate = 1e9 / time.nanos();
    String layout = param(trial, "layout", "");
    String latency = param(trial, "latencyMicros", NO_LATENCY);
    String kind = RoleTrials.kind(trial);
    return new Row(
        trial.construct(),
        kind,
        trials.label(trial),
        trial.params().containsKey("queue"),
        layout,
        param(trial, "capacity", UNBOUNDED),
        latency,
        trial.params().get("thread"),
        time,
        new Pipelines.Rate(rate, inverted(time)),
        direct(trial, all),
        overCpython(kind, layout, latency, rate),
        bound(kind, layout, latency, rate),
        counts(trials.counted(trial), numbers(layout).size()),
        price.allCpuPerOp(),
        price.bytesPerOp(),
        price.proof(),
        trial.id());
  }

  private static String param(Plan.Trial trial, String name, String otherwise) {
    return trial.params().getOrDefault(name, otherwise);
  }

  private static Interval inverted(Figure time) {
    Interval interval = time.interval();
    return interval == null || interval.low() == 0
        ? null
        : new Interval(
            1e9 / (time.nanos() / time.value() * interval.high()),
            1e9 / (time.nanos() / time.value() * interval.low()));
  }

  private Pipelines.Against direct(Plan.Trial trial, List<Plan.Trial> all) {
    for (Plan.Trial other : all) {
      if (DIRECT.equals(other.construct())
          && same(trial, other, "layout")
          && same(trial, other, "capacity")
          && same(trial, other, "latencyMicros")) {
        Ratio ratio = other.equals(trial) ? new Ratio(1, null) : trials.timesAsFast(trial, other);
        return ratio == null ? null : new Pipelines.Against(other.id(), ratio);
      }
    }
    return null;
  }

  private static boolean same(Plan.Trial one, Plan.Trial other, String param) {
    return Objects.equals(one.params().get(param), other.params().get(param));
  }

  /** The closable pipeline there stands for all of ours; the one made by hand only for its twin. */
  private Double overCpython(String kind, String layout, String latency, double rate) {
    if (!latency.equals(NO_LATENCY)) {
      return null;
    }
    String queue = kind.equals("POLLING") ? "POLLING" : "CLOSABLE";
    for (Python each : python) {
      if (each.queue().equals(queue) && each.workers().equals(numbers(layout))) {
        return rate / each.rate();
      }
    }
    return null;
  }

  /** Returns the numbers between slashes, or an empty list if anything else stands there. */
  static List<Integer> numbers(String slashed) {
    return slashed.matches("[0-9]{1,9}(/[0-9]{1,9})*")
        ? Arrays.stream(slashed.split("/")).map(Integer::valueOf).toList()
        : List.of();
  }

  /** Returns what the latencies allow, or null if no stage waits or that is not known. */
  static Pipelines.Bound bound(String kind, String layout, String latencyMicros, double rate) {
    List<Integer> workers = numbers(layout);
    List<Integer> latencies = numbers(latencyMicros);
    if (workers.size() != latencies.size()) {
      return null;
    }
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int stage = 0; stage < workers.size(); stage++) {
      sum += latencies.get(stage);
      if (latencies.get(stage) > 0) {
        least = Math.min(least, workers.get(stage) * 1e6 / latencies.get(stage));
      }
    }
    if (sum == 0) {
      return null;
    }
    // The caller's own loop waits for one stage after the other.
    double bound = kind.equals("SERIAL") ? 1e6 / sum : least;
    return bound == 0 ? null : new Pipelines.Bound(bound, rate / bound);
  }

  /**
   * Per run. Every stage counts what it hands on, so an item that is through has been counted once
   * by each; a line that is none of the suite's counts nothing but its runs.
   */
  private static Pipelines.Counts counts(Counted counted, int stages) {
    Double items = counted.total("items");
    boolean counts = items != null && items > 0 && stages > 0;
    Double runs = counted.total("invocations");
    if ((runs == null || runs == 0) && counts) {
      runs = items / stages / ITEMS;
    }
    Double lag = counted.per("lagNanos", runs);
    return new Pipelines.Counts(
        runs == null ? 0 : runs,
        counts ? (Double) (items / stages / runs) : null,
        counts ? counted.per("takes", runs) : null,
        counts ? counted.per("polls", runs) : null,
        counts ? counted.per("emptyPolls", runs) : null,
        counts ? counted.most("maxDepth") : null,
        lag == null ? null : (Double) (lag / 1e3));
  }

  private HandMade handMade(Plan.Trial trial) {
    Counted counted = trials.counted(trial);
    Double runs = (double) counted.shots("polls");
    Double idleMicros = counted.total("idleCpuMicros");
    Double idleMillis = counted.total("idleMillis");
    return new HandMade(
        trial.construct(),
        RoleTrials.kind(trial),
        trials.label(trial),
        trials.time(trial),
        runs.intValue(),
        counted.per("polls", runs),
        counted.per("emptyPolls", runs),
        idleMicros == null || idleMillis == null || idleMillis == 0
            ? null
            : (Double) (idleMicros / (idleMillis * 1e3)),
        counted.per("lagMicros", (double) counted.shots("lagMicros")),
        counted.most("workersLeft"),
        counted.most("maxDepth"),
        trial.id());
  }

  private static List<Python> python(Cpython cpython) {
    List<Python> all = new ArrayList<>();
    if (cpython != null && cpython.measured()) {
      for (Cpython.Pipeline each : cpython.pipelines()) {
        double median = ForkStatistics.quantile(each.seconds(), 0.5);
        all.add(
            new Python(
                each.queue(),
                each.workers(),
                each.items(),
                median,
                ForkStatistics.quantile(each.seconds(), 0),
                ForkStatistics.quantile(each.seconds(), 1),
                each.seconds().size(),
                each.items() / median));
      }
    }
    return all;
  }
}
