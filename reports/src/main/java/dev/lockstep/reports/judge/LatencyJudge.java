/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.report.Latency;
import dev.lockstep.reports.report.Latency.Row;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Says how long single operations took, and how evenly threads got on. */
final class LatencyJudge {
  /** Half of the operations are no longer than so many readings of the clock. */
  private static final double NEAR = 10;

  /** Below it one thread had less than half of what another had. */
  private static final double UNFAIR = 0.5;

  private final RunData data;
  private final RoleTrials trials;

  private LatencyJudge(RunData data, List<Price> prices) {
    this.data = data;
    this.trials = new RoleTrials(data, prices);
  }

  /** Returns the latencies, all lists empty if none was measured. */
  static Latency judge(RunData data, List<Price> prices) {
    LatencyJudge judge = new LatencyJudge(data, prices);
    List<Row> samples = judge.rows("LATENCY");
    List<Row> openLoops = judge.rows("OPEN_LOOP");
    List<Finding> findings = new ArrayList<>();
    if (!samples.isEmpty()) {
      findings.add(fairness(samples));
    }
    if (!openLoops.isEmpty()) {
      findings.add(rates(openLoops));
    }
    return new Latency(samples, openLoops, List.copyOf(findings));
  }

  private List<Row> rows(String role) {
    return trials.of(role).stream().map(this::row).filter(Objects::nonNull).toList();
  }

  /** Null without percentiles, which makes the run incomplete elsewhere. */
  private Row row(Plan.Trial trial) {
    TrialRecord record = data.trials().get(trial.id());
    List<TrialRecord.Latency> forks =
        record == null
            ? List.of()
            : record.counting().stream()
                .map(TrialRecord.Fork::latency)
                .filter(Objects::nonNull)
                .toList();
    if (forks.isEmpty()) {
      return null;
    }
    long samples = forks.stream().mapToLong(TrialRecord.Latency::samples).min().orElse(0);
    Figure p50 = figure(trial, "p50", forks, TrialRecord.Latency::p50);
    Double clock = median(forks, TrialRecord.Latency::clockNanos);
    Map<String, String> setting = new TreeMap<>(trial.params());
    setting.keySet().removeAll(List.of("kind", "arrivals", "workers", "rate", "depth"));
    setting.values().removeIf("NONE"::equals);
    return new Row(
        trial.construct(),
        RoleTrials.kind(trial),
        trials.label(trial),
        Words.simple(trial.benchmark()),
        String.join(", ", setting.values()),
        trial.threads(),
        trial.is("OPEN_LOOP") ? (Integer) (int) RoleTrials.number(trial, "workers", 1) : null,
        samples,
        p50,
        figure(trial, "p99", forks, TrialRecord.Latency::p99),
        samples < Latency.ENOUGH ? null : figure(trial, "p99.9", forks, TrialRecord.Latency::p999),
        figure(trial, "max", forks, TrialRecord.Latency::max),
        clock,
        clock != null && p50.value() <= NEAR * clock,
        median(forks, fork -> median(fork.fairness())),
        median(forks, TrialRecord.Latency::asked),
        median(forks, fork -> median(fork.kept())),
        trial.id());
  }

  private static Figure figure(
      Plan.Trial trial,
      String label,
      List<TrialRecord.Latency> forks,
      ToDoubleFunction<TrialRecord.Latency> percentile) {
    double[] logs =
        forks.stream()
            .mapToDouble(
                fork ->
                    StrictMath.log(
                        percentile.applyAsDouble(fork) * TimeUnits.nanosPer(fork.unit())))
            .toArray();
    return new Figure(
        trial.id(),
        label,
        StrictMath.exp(ForkStatistics.mean(logs)),
        ForkStatistics.interval(logs),
        "ns/op");
  }

  private static Double median(
      List<TrialRecord.Latency> forks, Function<TrialRecord.Latency, Double> figure) {
    return median(forks.stream().map(figure).filter(Objects::nonNull).toList());
  }

  private static Double median(List<Double> values) {
    return values.isEmpty() ? null : (Double) ForkStatistics.quantile(values, 0.5);
  }

  private static Finding fairness(List<Row> samples) {
    String question = "Whether contending threads get on evenly";
    List<Row> told = samples.stream().filter(row -> row.fairness() != null).toList();
    List<Row> unfair = told.stream().filter(row -> row.fairness() < UNFAIR).toList();
    List<String> names =
        unfair.stream()
            .map(
                row ->
                    "%s of %s on %s threads (%s)"
                        .formatted(
                            row.work(),
                            Quoted.name(row.kind()),
                            row.threads(),
                            Words.percent(row.fairness())))
            .toList();
    String sentence =
        unfair.isEmpty()
            ? "in all %s the thread with the fewest operations had at least half of what the one with the most had."
                .formatted(Reasons.count(told.size(), "trial"))
            : "in %s of %s the thread with the fewest operations had less than half of what the one with the most had: %s."
                .formatted(
                    unfair.size(), Reasons.count(told.size(), "trial"), Reasons.named(names));
    return told.isEmpty()
        ? PipelineFindings.missing("fairness", question)
        : new Finding(
            "fairness",
            question,
            true,
            question + ": " + sentence,
            (unfair.isEmpty() ? told : unfair).stream().map(Row::trial).toList());
  }

  private static Finding rates(List<Row> openLoops) {
    String question = "Whether requests are served at the rate at which they arrive";
    List<Row> late = openLoops.stream().filter(row -> !row.keeps()).toList();
    List<String> names =
        late.stream()
            .map(
                row ->
                    "%s %s of %s"
                        .formatted(
                            Quoted.name(row.kind()),
                            row.kept() == null ? "–" : Words.count(Math.round(row.kept())),
                            Words.count(Math.round(row.asked()))))
            .toList();
    String sentence =
        late.isEmpty()
            ? "all %s kept their rates.".formatted(Reasons.count(openLoops.size(), "trial"))
            : "%s of %s did not keep it, so that their latencies grow as long as it lasts (%s a second)."
                .formatted(
                    late.size(), Reasons.count(openLoops.size(), "trial"), Reasons.named(names));
    return new Finding(
        "rate",
        question,
        true,
        question + ": " + sentence,
        (late.isEmpty() ? openLoops : late).stream().map(Row::trial).toList());
  }
}
