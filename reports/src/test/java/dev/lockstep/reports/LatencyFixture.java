/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Single operations of a model whose percentiles are known; fork f takes 1 + f/100 of them. */
final class LatencyFixture {
  static final String MCS = "LockCost.lockAndUnlock-kind=MCS_LOCK-threads=2-mode=sample";
  static final String SPIN = "LockCost.lockAndUnlock-kind=SPIN_LOCK-threads=2-mode=sample";
  static final String ATOMIC = "CounterCost.increment-kind=ATOMIC-threads=2-mode=sample";
  static final String TRIP = "RoundTrip.map-kind=FIXED-workers=1-threads=1-mode=sample";
  static final String KEPT = "OpenLoop.pool-kind=FIXED-rate=2000-threads=1";
  static final String LATE = "OpenLoop.pool-kind=WORK_STEALING-rate=8000-threads=1";
  static final int FORKS = 3;
  private static final int ITERATIONS = 5;
  private static final int CLOCK = 25;

  private final RunFixture run;
  private final TrialFixture trials;

  private LatencyFixture(RunFixture run) {
    this.run = run;
    this.trials = new TrialFixture(run);
  }

  static void fill(RunFixture run) {
    LatencyFixture latencies = new LatencyFixture(run);
    for (String kind : List.of("MCS_LOCK", "SPIN_LOCK")) {
      PipelineFixture.construct(run, "lock", kind, "EXACT");
    }
    latencies.contended(MCS, "lock", "MCS_LOCK", 40_000, 45, 0.97);
    latencies.contended(SPIN, "lock", "SPIN_LOCK", 12_000, 260, 0.2);
    latencies.contended(ATOMIC, "counter", "ATOMIC", 12_000, 9, 0.9);
    latencies.roundTrip();
    latencies.openLoop(KEPT, "FIXED", 2_000, 1_999);
    latencies.openLoop(LATE, "WORK_STEALING", 8_000, 3_000);
  }

  private void contended(
      String id, String family, String kind, int samples, double p50, double fairness) {
    String benchmark =
        family.equals("lock")
            ? "dev.lockstep.jmh.lock.LockCost.lockAndUnlock"
            : "dev.lockstep.jmh.counter.CounterCost.increment";
    ObjectNode trial =
        trials.plannedTrial(id, benchmark, family + ":" + kind, 2, "sample", "ns/op");
    trial.put("role", "LATENCY").put("heart", false).putObject("params").put("kind", kind);
    sampled(trials.measure(trial, 3 * p50, FORKS, ITERATIONS), 3 * p50);
    for (ObjectNode fork : latencies(id, "ns/op", samples, p50)) {
      ArrayNode shares = fork.putArray("fairness");
      for (int i = 0; i < ITERATIONS; i++) {
        shares.add(fairness);
      }
    }
  }

  /** The mean of the same is planned, too, and joined with nothing but itself. */
  private void roundTrip() {
    for (String mode : List.of("avgt", "sample")) {
      String id = mode.equals("sample") ? TRIP : TRIP.replace("-mode=sample", "");
      ObjectNode trial =
          trials.plannedTrial(
              id, "dev.lockstep.jmh.executor.RoundTrip.map", "executor:FIXED", 1, mode, "us/op");
      trial.put("role", mode.equals("sample") ? "LATENCY" : "ROUND_TRIP").put("heart", false);
      trial.putObject("params").put("kind", "FIXED").put("workers", "1");
      ObjectNode entry = trials.measure(trial, mode.equals("sample") ? 900 : 5, FORKS, ITERATIONS);
      if (mode.equals("sample")) {
        sampled(entry, 900);
        latencies(id, "us/op", 4_000, 5);
      }
    }
  }

  private void openLoop(String id, String kind, int rate, double kept) {
    ObjectNode trial =
        trials.plannedTrial(
            id, "dev.lockstep.jmh.executor.OpenLoop.pool", "executor:" + kind, 1, "ss", "ms/op");
    trial.put("role", "OPEN_LOOP").put("heart", false);
    ObjectNode params = trial.putObject("params").put("kind", kind).put("workers", "2");
    params.put("rate", String.valueOf(rate)).put("arrivals", "2000");
    trials.measure(trial, 1_000, FORKS, ITERATIONS);
    for (ObjectNode fork : latencies(id, "us/op", 10_000, 60)) {
      fork.put("asked", rate);
      ArrayNode all = fork.putArray("kept");
      for (int i = 0; i < ITERATIONS; i++) {
        all.add(kept);
      }
    }
  }

  /** JMH gives samples as values and counts, and no list of means. */
  private static void sampled(ObjectNode entry, double mean) {
    ObjectNode metric = (ObjectNode) entry.get("primaryMetric");
    metric.remove("rawData");
    ArrayNode forks = metric.putArray("rawDataHistogram");
    for (int fork = 0; fork < FORKS; fork++) {
      ArrayNode iterations = forks.addArray();
      for (int i = 0; i < ITERATIONS; i++) {
        ArrayNode pairs = iterations.addArray();
        pairs.addArray().add(mean * 0.5 * (1 + fork / 100.0)).add(3);
        pairs.addArray().add(mean * 2.5 * (1 + fork / 100.0)).add(1);
      }
    }
  }

  private List<ObjectNode> latencies(String id, String unit, int samples, double p50) {
    List<ObjectNode> all = new java.util.ArrayList<>();
    for (int fork = 0; fork < FORKS; fork++) {
      double pace = 1 + fork / 100.0;
      ObjectNode latency =
          ((ObjectNode) run.trials.get(id).get("forks").get(fork)).putObject("latency");
      latency.put("unit", unit).put("samples", samples + fork).put("clockNanos", CLOCK);
      latency.put("p50", p50 * pace).put("p99", 10 * p50 * pace);
      latency.put("p999", 100 * p50 * pace).put("max", 1000 * p50 * pace);
      latency.putNull("fairness").putNull("asked").putNull("kept");
      all.add(latency);
    }
    return all;
  }
}
