/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.jmh.profile.Latencies;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.util.Statistics;

/** Takes from JMH's result of one fork what it knows of single operations. */
final class Percentiles {

  private Percentiles() {}

  /** Null where the fork has measured means only. */
  static TrialRecord.Latency of(BenchmarkResult fork) {
    boolean sampled = fork.getParams().getMode() == Mode.SampleTime;
    Result<?> latency =
        sampled ? fork.getPrimaryResult() : fork.getSecondaryResults().get(Latencies.LATENCY);
    if (latency == null) {
      return null;
    }
    Statistics all = latency.getStatistics();
    List<Double> fairness = each(fork, Latencies.FAIRNESS);
    List<Double> kept = each(fork, Latencies.KEPT);
    return new TrialRecord.Latency(
        latency.getScoreUnit(),
        all.getN(),
        all.getPercentile(50),
        all.getPercentile(99),
        all.getPercentile(99.9),
        all.getMax(),
        first(each(fork, Latencies.CLOCK)),
        fairness.isEmpty() ? null : fairness,
        first(each(fork, Latencies.ASKED)),
        kept.isEmpty() ? null : kept);
  }

  /**
   * The same result with all samples of a fork as of one iteration. JMH writes each value of each
   * iteration, which comes to tens of megabytes for a night, and nearly all of it repeats.
   */
  static BenchmarkResult folded(BenchmarkResult fork) {
    IterationResult all = null;
    for (IterationResult each : fork.getIterationResults()) {
      if (all == null) {
        all = new IterationResult(each.getBenchmarkParams(), each.getParams(), each.getMetadata());
      }
      all.addResults(each.getRawPrimaryResults());
      for (String name : each.getRawSecondaryResults().keys()) {
        all.addResults(each.getRawSecondaryResults().get(name));
      }
    }
    return new BenchmarkResult(fork.getParams(), List.of(all));
  }

  private static Double first(List<Double> values) {
    return values.isEmpty() ? null : values.getFirst();
  }

  private static List<Double> each(BenchmarkResult fork, String name) {
    List<Double> scores = new ArrayList<>();
    for (IterationResult iteration : fork.getIterationResults()) {
      Result<?> result = iteration.getSecondaryResults().get(name);
      if (result != null) {
        scores.add(result.getScore());
      }
    }
    return scores;
  }
}
