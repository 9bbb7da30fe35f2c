/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Queues, pipelines, fan-out and units of a model whose figures are known. */
final class PipelineFixture {
  static final String THROUGHPUT = "dev.lockstep.jmh.pipeline.PipelineThroughput.run";
  static final String LINE = "dev.lockstep.jmh.pipeline.LineThroughput.run";
  private static final int FORKS = 3;
  private static final int ITERATIONS = 5;
  private static final int RUNS = 4;

  /** Microseconds per item of each queue without a bound or with room for 256. */
  private static final Map<String, Double> QUEUES = new LinkedHashMap<>();

  static {
    QUEUES.put("POLLING", 12.0);
    QUEUES.put("CONDITION", 1.4);
    QUEUES.put("JOINABLE", 1.1);
    QUEUES.put("CLOSABLE", 0.5);
    QUEUES.put("ARRAY_BLOCKING", 0.55);
    QUEUES.put("LINKED_BLOCKING", 0.48);
    QUEUES.put("LINKED_TRANSFER", 0.7);
    QUEUES.put("MPMC_ARRAY", 0.2);
    QUEUES.put("DISRUPTOR", 0.1);
  }

  private final RunFixture run;
  private final TrialFixture trials;

  private PipelineFixture(RunFixture run) {
    this.run = run;
    this.trials = new TrialFixture(run);
  }

  /** Adds the families with all their trials; every proof of theirs is left to longer plans. */
  static void fill(RunFixture run) {
    PipelineFixture fixture = new PipelineFixture(run);
    fixture.queues();
    fixture.lines();
    fixture.handMade();
    CpythonFixture.fill(run);
    ArrayNode pipelines = run.cpython.putArray("pipelines");
    python(pipelines, "CLOSABLE", 0.02, 1, 1, 1);
    python(pipelines, "CLOSABLE", 0.03, 3, 4, 5);
    python(pipelines, "POLLING", 0.06, 1, 1, 1);
    UnitFixture.fill(run, fixture.trials);
  }

  private static void python(ArrayNode pipelines, String queue, double median, int... workers) {
    ObjectNode pipeline = pipelines.addObject().put("queue", queue).put("items", 1000);
    ArrayNode each = pipeline.putArray("workers");
    for (int n : workers) {
      each.add(n);
    }
    pipeline.putArray("seconds").add(median * 1.1).add(median).add(median * 0.9);
  }

  /** Adds a construct whose proof a longer plan has. */
  static void construct(RunFixture run, String family, String name, String guarantee) {
    String label = name.toLowerCase(Locale.ROOT).replace('_', ' ');
    run.construct(family, name, label, guarantee);
    if (!guarantee.equals("PURE")) {
      run.leaveOut("PROOF", "dev.lockstep.jcstress." + name, family + ":" + name, "proven at night")
          .put("cause", "PLAN");
    }
  }

  private void queues() {
    QUEUES.forEach(
        (queue, micros) -> {
          construct(run, "queue", queue, "EXACT");
          boolean free = !List.of("ARRAY_BLOCKING", "MPMC_ARRAY", "DISRUPTOR").contains(queue);
          boolean bound = !List.of("POLLING", "LINKED_TRANSFER").contains(queue);
          if (bound) {
            queue(queue, "1/1/1", "256", "0/0/0", "PLATFORM", micros);
            queue(queue, "1/1/1", "16", "0/0/0", "PLATFORM", micros * 2);
            queue(queue, "1/1/1", "1", "0/0/0", "PLATFORM", micros * 10);
          }
          if (free) {
            queue(queue, "1/1/1", "UNBOUNDED", "0/0/0", "PLATFORM", micros);
          }
        });
    construct(run, "queue", "SYNCHRONOUS", "EXACT");
    queue("SYNCHRONOUS", "1/1/1", "0", "0/0/0", "PLATFORM", 8);
    construct(run, "queue", "ARRAY_DEQUE", "RACY");
    for (String thread : List.of("PLATFORM", "VIRTUAL")) {
      queue("CLOSABLE", "3/4/5", "16", "0/0/0", thread, 1.6);
      queue("CLOSABLE", "1/1/1", "16", "1000/1000/1000", thread, 1010);
      queue("CLOSABLE", "3/4/5", "16", "1000/1000/1000", thread, 350);
    }
    queue("LINKED_BLOCKING", "3/4/5", "256", "0/0/0", "PLATFORM", 1.2);
    queue("DISRUPTOR", "3/4/5", "256", "0/0/0", "PLATFORM", 0.4);
    queue("CLOSABLE", "1/1/1", "UNBOUNDED", "0/1000/0", "PLATFORM", 1005);
    queue("CLOSABLE", "1/1/1", "16", "0/1000/0", "PLATFORM", 1006);
  }

  private void queue(
      String queue, String layout, String capacity, String latency, String thread, double micros) {
    String id =
        "PipelineThroughput.run-queue=%s-layout=%s-capacity=%s-latencyMicros=%s-thread=%s"
            .formatted(queue, slashes(layout), capacity, slashes(latency), thread);
    ObjectNode trial = trials.plannedTrial(id, THROUGHPUT, "queue:" + queue, 1, "avgt", "us/op");
    trial.put("role", "PIPELINE");
    ObjectNode params = trial.putObject("params");
    params.put("queue", queue).put("layout", layout).put("capacity", capacity);
    params.put("latencyMicros", latency).put("thread", thread);
    ObjectNode entry = trials.measure(trial, micros, FORKS, ITERATIONS);
    cost(id, micros * 1500, 96);
    boolean polls = queue.equals("POLLING");
    int depth = capacity.equals("UNBOUNDED") ? 900 : Math.min(900, Math.max(0, number(capacity)));
    counts(entry, "invocations", RUNS);
    counts(entry, "items", RUNS * 3000);
    counts(entry, "takes", RUNS * 3000);
    counts(entry, "polls", RUNS * (polls ? 3400 : 3000));
    counts(entry, "emptyPolls", polls ? RUNS * 400 : 0);
    counts(entry, "maxDepth", depth);
    counts(entry, "lagNanos", RUNS * (polls ? 8_000_000 : 40_000));
  }

  private static int number(String capacity) {
    return capacity.equals("UNBOUNDED") ? 0 : Integer.parseInt(capacity);
  }

  private static String slashes(String list) {
    return list.replace('/', '_');
  }

  private void lines() {
    line("DIRECT", "EXACT", 0.49, 990);
    line("FLOW", "EXACT", 0.9, 1020);
    line("MAP_CONCURRENT", "EXACT", 14, 355);
    line("VIRTUAL_PER_ITEM", "EXACT", 3.2, 340);
    line("DISRUPTOR", "EXACT", 0.06, 1000);
    line("SERIAL", "PURE", 0.004, 3030);
  }

  private void line(String kind, String guarantee, double micros, double waiting) {
    construct(run, "pipeline", kind, guarantee);
    line(kind, "1/1/1", "UNBOUNDED", "0/0/0", micros);
    line(kind, "1/1/1", "16", "0/0/0", micros * 2);
    line(kind, "3/4/5", "16", "1000/1000/1000", waiting);
  }

  private void line(String kind, String layout, String capacity, String latency, double micros) {
    String id =
        "LineThroughput.run-kind=%s-layout=%s-capacity=%s-latencyMicros=%s"
            .formatted(kind, slashes(layout), capacity, slashes(latency));
    ObjectNode trial = trials.plannedTrial(id, LINE, "pipeline:" + kind, 1, "avgt", "us/op");
    trial.put("role", "PIPELINE");
    ObjectNode params = trial.putObject("params");
    params.put("kind", kind).put("layout", layout).put("capacity", capacity);
    params.put("latencyMicros", latency);
    ObjectNode entry = trials.measure(trial, micros, FORKS, ITERATIONS);
    cost(id, micros * 1200, 48);
    counts(entry, "invocations", RUNS);
    counts(entry, "lagNanos", RUNS * 30_000);
    for (String none : List.of("items", "takes", "polls", "emptyPolls", "maxDepth")) {
      counts(entry, none, 0);
    }
  }

  private void handMade() {
    handMade("POLLING", 1400, 3412, 412, 61_000, 5_300, 3, 999);
    handMade("CLOSABLE", 1120, 3003, 0, 90, 12, 0, 16);
  }

  private void handMade(
      String queue,
      double millis,
      double polls,
      double empty,
      double lagMicros,
      double idleMicros,
      double left,
      double depth) {
    String id = "HandMade.run-queue=" + queue;
    ObjectNode trial =
        trials.plannedTrial(
            id, "dev.lockstep.jmh.pipeline.HandMade.run", "queue:" + queue, 1, "ss", "ms/op");
    trial.put("role", "HAND_MADE").putObject("params").put("queue", queue);
    ObjectNode entry = trials.measure(trial, millis, FORKS, 1);
    counts(entry, "polls", polls);
    counts(entry, "emptyPolls", empty);
    counts(entry, "lagMicros", lagMicros);
    counts(entry, "idleCpuMicros", idleMicros);
    counts(entry, "idleMillis", 500);
    counts(entry, "workersLeft", left);
    counts(entry, "maxDepth", depth);
  }

  /** Adds what a benchmark counted, the same in every iteration. */
  static void counts(ObjectNode entry, String name, double value) {
    ObjectNode metric = ((ObjectNode) entry.get("secondaryMetrics")).putObject(name);
    metric.put("score", value).put("scoreUnit", "#");
    ArrayNode raw = metric.putArray("rawData");
    for (int fork = 0; fork < entry.get("forks").intValue(); fork++) {
      ArrayNode row = raw.addArray();
      int iterations = entry.get("primaryMetric").get("rawData").get(fork).size();
      for (int i = 0; i < iterations; i++) {
        row.add(value);
      }
    }
  }

  private void cost(String id, double cpuNanos, double bytes) {
    run.trials
        .get(id)
        .get("forks")
        .forEach(
            fork -> ((ObjectNode) fork).put("cpuNanosPerOp", cpuNanos).put("bytesPerOp", bytes));
  }
}
