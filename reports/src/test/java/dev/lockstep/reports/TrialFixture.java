/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The planned trials of a healthy run, JMH's entries, the notes beside them and their flames. */
final class TrialFixture {
  private static final String COST = "dev.lockstep.jmh.counter.CounterCost.increment";
  private static final String SENSORS = "dev.lockstep.jmh.counter.FiveSensors.count";
  private static final String SWEEP = "dev.lockstep.jmh.executor.ExecutorSweep.map";

  private final RunFixture run;

  TrialFixture(RunFixture run) {
    this.run = run;
  }

  static void fill(RunFixture run) {
    TrialFixture trials = new TrialFixture(run);
    trials.costs();
    for (String kind : List.of("VOLATILE", "OPAQUE", "UNLOCKED", "REENTRANT_LOCK")) {
      trials.sensors(kind, true);
      trials.sensors(kind, false);
    }
    trials.sweep("GCD_SEED", 11.0, new double[] {1, 1.868, 2.118});
    trials.sweep("FACTORIZE_SEED", 9.6, new double[] {1, 1.684, 2.192});
  }

  private void costs() {
    racy("UNLOCKED", 0.157, 0.31, 0.42);
    racy("OPAQUE", 0.210, 0.60, 2.9);
    racy("VOLATILE", 0.243, 3.9, 14.8);
    exact("SYNCHRONIZED", 5.6, 41.0);
    exact("REENTRANT_LOCK", 7.9, 28.4);
    exact("REENTRANT_LOCK_FAIR", 8.1, 9480);
    exact("READ_WRITE_LOCK", 9.3, 33.1);
    exact("STAMPED_LOCK", 8.8, 30.2);
    exact("SEMAPHORE", 10.2, 36.0);
    exact("SPIN_LOCK", 4.9, 22.7);
    exact("ATOMIC", 3.8, 16.1);
    exact("VAR_HANDLE", 3.8, 16.2);
    exact("ADDER", 4.3, 4.4);
    exact("CONFINED", 0.31, 0.31);
  }

  private void racy(String kind, double share, double one, double two) {
    cost(kind, 1, one, 0.0);
    cost(kind, 2, two, share);
  }

  private void exact(String kind, double one, double two) {
    cost(kind, 1, one, 0.0);
    cost(kind, 2, two, 0.0);
  }

  private void cost(String kind, int threads, double score, double lostShare) {
    String id = "CounterCost.increment-kind=" + kind + "-threads=" + threads;
    ObjectNode trial = plannedTrial(id, COST, "counter:" + kind, threads, "avgt", "ns/op");
    trial.putObject("params").put("kind", kind);
    ObjectNode entry = measure(trial, score, 3, 5);
    counts(entry, 3, 5, 1_000_000, StrictMath.rint(1_000_000 * lostShare));
  }

  private void sensors(String kind, boolean barrier) {
    String id = "FiveSensors.count-kind=" + kind + "-startBarrier=" + barrier;
    ObjectNode trial = plannedTrial(id, SENSORS, "counter:" + kind, 1, "ss", "ms/op");
    trial.putObject("params").put("kind", kind).put("startBarrier", String.valueOf(barrier));
    ObjectNode entry = measure(trial, barrier ? 4.2 : 1.9, 3, 10);
    boolean racy = !kind.equals("REENTRANT_LOCK");
    counts(entry, 3, 10, 500_000, racy && barrier ? 36_882 : 0);
    if (racy && !barrier) {
      RunFixture.first(entry, "lost").set(0, 7_532.0);
    }
  }

  private static void counts(ObjectNode entry, int forks, int shots, double made, double lost) {
    ObjectNode secondary = entry.putObject("secondaryMetrics");
    for (String name : List.of("expected", "lost")) {
      ObjectNode metric = secondary.putObject(name);
      metric.put("score", name.equals("lost") ? lost : made).put("scoreUnit", "#");
      ArrayNode raw = metric.putArray("rawData");
      for (int fork = 0; fork < forks; fork++) {
        ArrayNode row = raw.addArray();
        for (int i = 0; i < shots; i++) {
          row.add(name.equals("lost") ? lost : made);
        }
      }
    }
  }

  private void sweep(String workload, double serial, double[] bounds) {
    int[] workers = {1, 2, 4};
    sweepTrial("SERIAL", workload, 1, 1.0, serial);
    sweepTrial("THREAD_PER_TASK", workload, null, 3.143, serial / 1.72);
    for (int i = 0; i < workers.length; i++) {
      double reach = Math.min(bounds[i], RunFixture.CORES);
      sweepTrial("FIXED", workload, workers[i], bounds[i], serial / (reach * (0.99 - 0.03 * i)));
      sweepTrial("WORK_STEALING", workload, workers[i], bounds[i], serial / (reach * 0.95));
      sweepTrial("FORK_JOIN_SPLIT", workload, workers[i], workers[i], serial / split(i));
      sweepTrial("VIRTUAL", workload, workers[i], bounds[i], serial / (reach * 0.97));
    }
  }

  private static double split(int i) {
    return new double[] {0.98, 1.93, 1.95}[i];
  }

  private void sweepTrial(
      String kind, String workload, Integer workers, double bound, double score) {
    String id = "ExecutorSweep.map-kind=" + kind + "-workload=" + workload + "-workers=" + workers;
    String construct = "executor:" + kind;
    ObjectNode trial = plannedTrial(id, SWEEP, construct, 1, "avgt", "ms/op");
    ObjectNode params = trial.putObject("params");
    params.put("kind", kind).put("workload", workload);
    params.put("workers", String.valueOf(workers));
    trial.put("workload", workload).put("workers", workers).put("makespanBound", bound);
    trial.put("baseline", "ExecutorSweep.map-kind=SERIAL-workload=" + workload + "-workers=1");
    measure(trial, score, 3, 5);
  }

  ObjectNode plannedTrial(
      String id, String benchmark, String construct, int threads, String mode, String unit) {
    ObjectNode trial = run.list("trials").addObject();
    trial.put("id", id).put("benchmark", benchmark).put("construct", construct);
    trial.put("threads", threads).put("mode", mode).put("unit", unit).put("forks", 3);
    trial.putNull("workload").putNull("workers").putNull("makespanBound").putNull("baseline");
    trial.putArray("flames").add("cpu");
    return trial;
  }

  /** Adds JMH's entry, the harness's notes and the flame graph; fork f measures score·(1+f/100). */
  ObjectNode measure(ObjectNode trial, double score, int forks, int iterations) {
    String id = trial.get("id").stringValue();
    ObjectNode entry = run.jmh.addObject();
    entry.put("jmhVersion", "1.37").set("benchmark", trial.get("benchmark"));
    entry.set("mode", trial.get("mode"));
    entry.set("threads", trial.get("threads"));
    entry.put("forks", forks).set("params", trial.get("params"));
    ObjectNode metric = entry.putObject("primaryMetric");
    metric.put("score", score * 1.01).put("scoreError", "NaN");
    metric.set("scoreUnit", trial.get("unit"));
    ArrayNode raw = metric.putArray("rawData");
    entry.putObject("secondaryMetrics");

    ObjectNode notes = RunFixture.object("schema", 1);
    notes.put("id", id).set("benchmark", trial.get("benchmark"));
    notes.set("params", trial.get("params"));
    notes.put("threads", 1).put("status", "MEASURED").putNull("failure");
    ArrayNode forkNotes = notes.putArray("forks");
    for (int fork = 0; fork < forks; fork++) {
      ArrayNode row = raw.addArray();
      for (int i = 0; i < iterations; i++) {
        row.add(score * (1 + fork / 100.0));
      }
      ObjectNode one = forkNotes.addObject();
      one.put("fork", fork + 1).put("stillWarming", false);
      one.put("cpuNanosPerOp", cpu(trial, score)).put("bytesPerOp", 0.0);
      one.putNull("voluntarySwitchesPerOp").putNull("involuntarySwitchesPerOp");
    }
    ObjectNode profile = notes.putObject("profile");
    profile.put("status", "RECORDED").put("engine", "ctimer").put("jvms", 1).putNull("why");
    profile.putArray("graphs");
    run.trials.put(id, notes);
    flame(id, "cpu");
    return entry;
  }

  /** Adds a flame graph to what a trial has. */
  ObjectNode flame(String id, String event) {
    String path = "flames/" + id + "/" + event;
    ObjectNode graph = ((ArrayNode) run.trials.get(id).get("profile").get("graphs")).addObject();
    graph.put("event", event).put("samples", 812);
    graph.put("html", path + ".html").put("collapsed", path + ".collapsed");
    graph.put("compilerShare", 0.02).put("blindToVirtual", false);
    run.texts.put(path + ".html", "<!doctype html><title>flame</title>");
    return graph;
  }

  private static double cpu(ObjectNode trial, double score) {
    double nanos = trial.get("unit").stringValue().startsWith("ms") ? score * 1e6 : score;
    return nanos * trial.get("threads").intValue();
  }
}
