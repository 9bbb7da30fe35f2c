/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fan-out, starts, hand-offs and footprints of a model whose figures are known. */
final class UnitFixture {
  private final RunFixture run;
  private final TrialFixture trials;

  private UnitFixture(RunFixture run, TrialFixture trials) {
    this.run = run;
    this.trials = trials;
  }

  static void fill(RunFixture run, TrialFixture trials) {
    UnitFixture units = new UnitFixture(run, trials);
    units.fanOut();
    units.starts();
    units.handoffs();
    units.footprints();
  }

  private void fanOut() {
    executor("VIRTUAL", "CARRIERS");
    executor("FIXED", "POOL");
    executor("QUEUE_WORKERS", "POOL");
    executor("THREAD_PER_TASK", "NONE");
    executor("SERIAL", "NONE");
    for (int tasks : new int[] {10, 100, 1000, 10_000}) {
      request("VIRTUAL", tasks, 0, 100 + 0.002 * tasks);
      request("THREAD_PER_TASK", tasks, 0, 101 + 0.06 * tasks);
      if (tasks <= 1000) {
        request("FIXED", tasks, 100, Math.max(1, tasks / 100) * 100 * 1.01);
        request("QUEUE_WORKERS", tasks, 100, Math.max(1, tasks / 100) * 100 * 1.02);
      }
    }
    request("SERIAL", 10, 0, 1001);
    for (int cells : new int[] {45, 4096}) {
      life("SERIAL", cells, cells * 0.001);
      life("VIRTUAL", cells, 0.05 + cells * 0.0004);
    }
  }

  /** Adds an executor, or says of one that is there what workers mean to it. */
  private void executor(String kind, String workers) {
    for (JsonNode each : run.list("constructs")) {
      if (each.get("id").stringValue().equals("executor:" + kind)) {
        ((ObjectNode) each).put("workers", workers);
        return;
      }
    }
    PipelineFixture.construct(run, "executor", kind, "EXACT");
    ((ObjectNode) run.list("constructs").get(run.list("constructs").size() - 1))
        .put("workers", workers);
  }

  private void request(String kind, int tasks, int workers, double millis) {
    fanOut(kind, tasks, "SLEEP", 100, workers, "REQUEST", millis);
  }

  private void life(String kind, int cells, double millis) {
    fanOut(kind, cells, "SLEEP", 0, 0, "LIFE", millis);
  }

  private void fanOut(
      String kind, int tasks, String io, int ioMillis, int workers, String work, double millis) {
    String id =
        "FanOut.run-kind=%s-tasks=%s-io=%s-ioMillis=%s-cpuTokens=0-lock=NONE-workers=%s-work=%s"
            .formatted(kind, tasks, io, ioMillis, workers, work);
    ObjectNode trial =
        trials.plannedTrial(
            id, "dev.lockstep.jmh.executor.FanOut.run", "executor:" + kind, 1, "ss", "ms/op");
    trial.put("role", "FAN_OUT");
    ObjectNode params = trial.putObject("params");
    params.put("kind", kind).put("tasks", String.valueOf(tasks)).put("io", io);
    params.put("ioMillis", String.valueOf(ioMillis)).put("cpuTokens", "0").put("lock", "NONE");
    params.put("workers", String.valueOf(workers)).put("work", work);
    PipelineFixture.counts(trials.measure(trial, millis, 3, 1), "completed", tasks);
  }

  private void starts() {
    start("CALL", "PURE", 0.005);
    start("VIRTUAL", "EXACT", 3);
    start("POOLED", "EXACT", 6);
    start("PLATFORM", "EXACT", 90);
    start("PROCESS", "EXACT", 3600);
    start("JVM", "EXACT", 36_000);
  }

  private void start(String kind, String guarantee, double micros) {
    PipelineFixture.construct(run, "unit", kind, guarantee);
    ObjectNode trial =
        trials.plannedTrial(
            "SpawnCost.spawn-kind=" + kind,
            "dev.lockstep.jmh.unit.SpawnCost.spawn",
            "unit:" + kind,
            1,
            "avgt",
            "us/op");
    trial.put("role", "SPAWN").putObject("params").put("kind", kind);
    trials.measure(trial, micros, 3, 5);
  }

  private void handoffs() {
    for (String kind : new String[] {"SYNCHRONOUS_QUEUE", "EXCHANGER", "PARK"}) {
      PipelineFixture.construct(run, "link", kind, "EXACT");
      for (int depth : new int[] {1, 10, 100}) {
        handoff(kind, depth, "PLATFORM", 9.0 * depth);
        handoff(kind, depth, "VIRTUAL", 1.5 * depth);
      }
    }
    PipelineFixture.construct(run, "link", "CALL", "PURE");
    handoff("CALL", 1, "NONE", 0.002);
    PipelineFixture.construct(run, "link", "PIPE", "EXACT");
    handoff("PIPE", 1, "NONE", 30);
  }

  private void handoff(String kind, int depth, String thread, double micros) {
    String id = "Handoff.roundTrip-kind=%s-depth=%s-thread=%s".formatted(kind, depth, thread);
    ObjectNode trial =
        trials.plannedTrial(
            id, "dev.lockstep.jmh.link.Handoff.roundTrip", "link:" + kind, 1, "avgt", "us/op");
    ObjectNode params = trial.put("role", "HANDOFF").putObject("params");
    params.put("kind", kind).put("depth", String.valueOf(depth)).put("thread", thread);
    trials.measure(trial, micros, 3, 5);
    run.trials
        .get(id)
        .get("forks")
        .forEach(fork -> ((ObjectNode) fork).put("voluntarySwitchesPerOp", 2.0 * depth));
  }

  private void footprints() {
    footprint("PLATFORM", 1000, 8192, 8_400_896, 90_112, 400, 95_000);
    footprint("PLATFORM", 1000, 0, 1_060_864, 90_112, 400, 95_000);
    footprint("VIRTUAL", 100_000, 0, 0, 0, 1210, 1400);
  }

  private void footprint(
      String kind,
      int count,
      int stack,
      double reserved,
      double committed,
      double heap,
      double rss) {
    String id = "Footprint.park-kind=%s-count=%s-stackKilobytes=%s".formatted(kind, count, stack);
    ObjectNode trial =
        trials.plannedTrial(
            id, "dev.lockstep.jmh.unit.Footprint.park", "unit:" + kind, 1, "ss", "ms/op");
    ObjectNode params = trial.put("role", "FOOTPRINT").putObject("params");
    params.put("kind", kind).put("count", String.valueOf(count));
    params.put("stackKilobytes", String.valueOf(stack));
    ObjectNode entry = trials.measure(trial, 40, 3, 1);
    PipelineFixture.counts(entry, "threads", count);
    PipelineFixture.counts(entry, "reservedBytes", reserved * count);
    PipelineFixture.counts(entry, "committedBytes", committed * count);
    PipelineFixture.counts(entry, "heapBytes", heap * count);
    PipelineFixture.counts(entry, "rssBytes", rss * count);
  }
}
