/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole sweep of executors, as if on a machine of so many cores: a model gives the times, so
 * that what is derived from them is known.
 */
final class SweepFixture {
  static final String SWEEP = "dev.lockstep.jmh.executor.ExecutorSweep.map";
  static final double SERIAL_MILLIS = 10;

  /** Core nanoseconds per task that each kind takes beside the work. */
  static final Map<String, Double> OVERHEAD = new LinkedHashMap<>();

  private static final Map<String, String> WORKERS = new LinkedHashMap<>();
  private static final int[] GRAINS = {6, 9, 12, 15, 18, 21};
  private static final int[] AMDAHLS = {0, 5, 25, 50, 100};

  static {
    kind("SERIAL", "NONE", 0);
    kind("THREAD_PER_TASK", "NONE", 21_000);
    kind("QUEUE_WORKERS", "POOL", 310);
    kind("FIXED", "POOL", 240);
    kind("CACHED", "NONE", 2_600);
    kind("BOUNDED_CALLER_RUNS", "POOL", 260);
    kind("WORK_STEALING", "POOL", 130);
    kind("FORK_JOIN_SPLIT", "POOL", 90);
    kind("PARALLEL_STREAM", "POOL", 4);
    kind("CF_ASYNC", "COMMON_POOL", 150);
    kind("VIRTUAL", "CARRIERS", 700);
    kind("VIRTUAL_LIMITED", "IN_FLIGHT", 1_100);
    kind("MAP_CONCURRENT", "IN_FLIGHT", 1_400);
    kind("STRUCTURED", "CARRIERS", 900);
    kind("PROCESS_POOL", "POOL", 9_000);
    kind("ACTOR", "SINGLE", 250);
    kind("EVENT_LOOP", "SINGLE", 210);
  }

  private final RunFixture run;
  private final TrialFixture trials;
  private final int cores;

  private SweepFixture(RunFixture run, int cores) {
    this.run = run;
    this.trials = new TrialFixture(run);
    this.cores = cores;
  }

  private static void kind(String name, String workers, double overhead) {
    WORKERS.put(name, workers);
    OVERHEAD.put(name, overhead);
  }

  static void fill(RunFixture run, int cores) {
    SweepFixture sweep = new SweepFixture(run, cores);
    sweep.machine();
    sweep.forgetOldSweep();
    sweep.constructs();
    sweep.seeds();
    for (int grain : GRAINS) {
      sweep.everyKind("GRAIN_" + grain, 1L << (23 - grain), 1L << 23, new int[] {cores});
    }
    sweep.everyKind("GCD_X4", 16, 30_265_716, new int[] {cores});
    sweep.everyKind("GCD_X16", 64, 121_062_864, new int[] {cores});
    sweep.everyKind("SKEWED", 256, 4_269_604, new int[] {cores});
    for (int share : AMDAHLS) {
      sweep.amdahl(share);
    }
    sweep.locks();
    sweep.chunks();
    sweep.beside();
    KernelFixture.fill(run, sweep.trials);
    CpythonFixture.fill(run);
  }

  private void machine() {
    run.planned.put("cores", cores);
    for (String end : List.of("start", "end")) {
      ((ObjectNode) run.environment.get(end)).put("cores", cores).put("physicalCores", cores);
    }
  }

  private void forgetOldSweep() {
    for (int i = run.list("trials").size() - 1; i >= 0; i--) {
      JsonNode trial = run.list("trials").get(i);
      if (!trial.get("workload").isNull()) {
        run.texts.remove("flames/" + trial.get("id").stringValue() + "/cpu.html");
        run.lose(trial.get("id").stringValue());
        run.list("trials").remove(i);
      }
    }
  }

  private void constructs() {
    WORKERS.forEach(
        (kind, workers) -> {
          String id = "executor:" + kind;
          ObjectNode construct = null;
          for (JsonNode each : run.list("constructs")) {
            construct = each.get("id").stringValue().equals(id) ? (ObjectNode) each : construct;
          }
          if (construct == null) {
            String label = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
            run.construct("executor", kind, label, "EXACT");
            construct = (ObjectNode) run.list("constructs").get(run.list("constructs").size() - 1);
            run.leaveOut("PROOF", "dev.lockstep.jcstress.MapHandOff." + kind, id, "proven at night")
                .put("cause", "PLAN");
          }
          construct.put("workers", workers);
        });
  }

  private void seeds() {
    int[] counts = cores < 4 ? new int[] {1, 2, 4, 8, 5 * cores} : new int[] {1, 2, 3, 4, 8, cores};
    int[] distinct = Arrays.stream(counts).sorted().distinct().toArray();
    everyKind("GCD_SEED", 4, 7_566_429, distinct);
    everyKind("FACTORIZE_SEED", 4, 6_722_760, distinct);
  }

  private void everyKind(String workload, long tasks, long steps, int[] counts) {
    for (Map.Entry<String, String> kind : WORKERS.entrySet()) {
      boolean counted =
          !List.of("NONE", "SINGLE").contains(kind.getValue()) && !kind.getKey().equals("SERIAL");
      for (int workers : counted ? counts : new int[] {0}) {
        point(kind.getKey(), workload, workers, tasks, steps, bound(workload, tasks, workers));
      }
    }
  }

  private double bound(String workload, long tasks, int workers) {
    int w = workers == 0 ? cores : workers;
    if (!workload.endsWith("_SEED")) {
      return Math.min(w, tasks);
    }
    boolean gcd = workload.startsWith("GCD");
    return switch (w) {
      case 1 -> 1;
      case 2 -> gcd ? 1.868 : 1.684;
      case 3 -> gcd ? 2.118 : 2.192;
      default -> gcd ? 3.726 : 3.143;
    };
  }

  private void point(
      String kind, String workload, int workers, long tasks, long steps, double bound) {
    boolean single = List.of("SERIAL", "ACTOR", "EVENT_LOOP").contains(kind);
    double reach =
        kind.equals("FORK_JOIN_SPLIT")
            ? Math.min(workers, cores)
            : single ? 1 : Math.min(bound, cores);
    double work = SERIAL_MILLIS * (single ? 1 : 1.004 + 0.001 * (kind.length() % 7));
    double used = single ? 1 : workers == 0 ? cores : Math.min(workers, cores);
    double millis = work / reach + OVERHEAD.get(kind) * tasks / used / 1e6;
    ObjectNode trial = sweep(kind, workload, workers, tasks, steps, "NONE", 1);
    trial.put(
        "makespanBound", kind.equals("FORK_JOIN_SPLIT") ? (double) workers : single ? 1.0 : bound);
    measured(trial, millis, work + OVERHEAD.get(kind) * tasks / 1e6, tasks);
    if (kind.equals("SERIAL")) {
      raw(workload, tasks, steps);
    }
  }

  /** What SERIAL adds to each task, in nanoseconds. */
  static final double WRAPPER = 15;

  private void raw(String workload, long tasks, long steps) {
    String benchmark = "dev.lockstep.jmh.executor.RawLoop.run";
    String id = "RawLoop.run-workload=" + workload;
    ObjectNode trial = trials.plannedTrial(id, benchmark, "executor:SERIAL", 1, "avgt", "ms/op");
    trial.putObject("params").put("workload", workload);
    trial.put("role", "RAW").put("workload", workload).put("workers", 1).put("tasks", tasks);
    trial.put("steps", steps).put("baseline", id("SERIAL", workload, 0, "NONE", 1));
    double millis = SERIAL_MILLIS - WRAPPER * tasks / 1e6;
    measured(trial, millis, millis, tasks);
  }

  private void amdahl(int share) {
    String workload = "AMDAHL_" + share;
    double s = share / 100.0;
    int[] counts = cores < 4 ? new int[] {cores} : new int[] {1, 2, 3, 4, cores};
    measured(sweep("SERIAL", workload, 0, 64, 1L << 23, "NONE", 1), 10, 10, 64);
    for (int w : Arrays.stream(counts).distinct().toArray()) {
      double speedup = 1 / (s + (1 - s) / w);
      ObjectNode trial = sweep("FIXED", workload, w, 64, 1L << 23, "NONE", 1);
      measured(trial.put("makespanBound", speedup), 10 / speedup, 10, 64);
    }
  }

  private void locks() {
    for (String workload : List.of("GCD_SEED", "FACTORIZE_SEED")) {
      for (String lock : List.of("PER_TASK", "FAIR_SLICE", "STRIPED")) {
        double bound = bound(workload, 4, cores);
        double threads =
            switch (lock) {
              case "PER_TASK" -> 10.05;
              case "FAIR_SLICE" -> 10.9;
              default -> 10 / 1.6;
            };
        ObjectNode fixed = sweep("FIXED", workload, cores, 4, 7_566_429, lock, 1);
        measured(fixed.put("makespanBound", bound), threads, 10.1, 4);
        ObjectNode pool = sweep("PROCESS_POOL", workload, cores, 4, 7_566_429, lock, 1);
        measured(pool.put("makespanBound", bound), 10.1 / Math.min(bound, cores), 10.2, 4);
      }
    }
  }

  private void chunks() {
    for (int chunk : new int[] {4, 128}) {
      for (String kind : List.of("FIXED", "PROCESS_POOL")) {
        ObjectNode trial = sweep(kind, "GRAIN_9", cores, 16_384, 1L << 23, "NONE", chunk);
        double overhead = OVERHEAD.get(kind) * 16_384.0 / chunk / cores / 1e6;
        measured(trial.put("makespanBound", (double) cores), 10.0 / cores + overhead, 10, 16_384);
      }
    }
  }

  private void beside() {
    WORKERS.forEach(
        (kind, workers) -> {
          if (!kind.equals("SERIAL")) {
            double micros = OVERHEAD.get(kind) / 1e3;
            beside("OPEN", "PoolCost.open", kind, "us/op", 40 + 10 * micros, null);
            beside("ROUND_TRIP", "RoundTrip.map", kind, "us/op", 1 + 1.4 * micros, null);
          }
          if (List.of("SERIAL", "FIXED", "PROCESS_POOL", "VIRTUAL").contains(kind)) {
            for (String workload : List.of("GCD_SEED", "FACTORIZE_SEED")) {
              boolean serial = kind.equals("SERIAL");
              ObjectNode cold =
                  beside("COLD", "ColdSweep.map", kind, "ms/op", serial ? 24 : 31, workload);
              cold.put("warm", id(kind, workload, serial ? 0 : cores, "NONE", 1));
            }
          }
        });
    beside("OPEN", "PoolCost.open", "PROCESS_POOL", "us/op", 92_000, null, "cold");
    for (String archive : List.of("NONE", "CDS", "AOT")) {
      double millis = Map.of("NONE", 88.0, "CDS", 61.0, "AOT", 43.0).get(archive);
      beside("START", "WorkerStart.start", "PROCESS_POOL", "ms/op", millis, null, archive);
    }
  }

  private ObjectNode beside(
      String role,
      String benchmark,
      String kind,
      String unit,
      double score,
      String workload,
      String... rest) {
    String id = benchmark + "-kind=" + kind + "-" + workload + String.join("-", rest);
    String construct = "executor:" + kind;
    ObjectNode trial =
        trials.plannedTrial(id, "dev.lockstep.jmh.executor." + benchmark, construct, 1, "ss", unit);
    ObjectNode params = trial.putObject("params").put("kind", kind);
    if (workload != null) {
      params.put("workload", workload);
    }
    for (String each : rest) {
      params.put(role.equals("START") ? "archive" : "pool", each);
    }
    trial.put("role", role).put("workload", workload);
    trial.put("workers", role.equals("ROUND_TRIP") ? 1 : cores);
    trials.measure(trial, score, 3, 5);
    return trial;
  }

  private static String id(String kind, String workload, int workers, String lock, int chunk) {
    return "ExecutorSweep.map-kind=%s-workload=%s-workers=%s-lock=%s-chunk=%s"
        .formatted(kind, workload, workers, lock, chunk);
  }

  private ObjectNode sweep(
      String kind, String workload, int workers, long tasks, long steps, String lock, int chunk) {
    String id = id(kind, workload, workers, lock, chunk);
    ObjectNode trial = trials.plannedTrial(id, SWEEP, "executor:" + kind, 1, "avgt", "ms/op");
    ObjectNode params = trial.putObject("params").put("kind", kind).put("workload", workload);
    params.put("workers", String.valueOf(workers)).put("lock", lock);
    params.put("chunk", String.valueOf(chunk));
    trial.put("role", "SWEEP").put("workload", workload).put("lock", lock).put("chunk", chunk);
    trial.put("tasks", tasks).put("steps", steps).put("makespanBound", 1.0);
    trial.put("baseline", id("SERIAL", workload, 0, "NONE", 1));
    if (workers > 0 || List.of("SERIAL", "ACTOR", "EVENT_LOOP").contains(kind)) {
      trial.put("workers", Math.max(1, workers));
    }
    return trial;
  }

  /** Measures a trial, with CPU time in milliseconds, bytes, switches and the profiler's stacks. */
  private void measured(ObjectNode trial, double millis, double cpuMillis, long tasks) {
    trials.measure(trial, millis, 3, 5);
    String id = trial.get("id").stringValue();
    boolean pool = id.contains("PROCESS_POOL");
    for (JsonNode each : run.trials.get(id).get("forks")) {
      ObjectNode fork = (ObjectNode) each;
      fork.put("cpuNanosPerOp", (pool ? 0.1 : 1) * cpuMillis * 1e6);
      fork.put("bytesPerOp", 600.0 + 120 * tasks);
      fork.put("voluntarySwitchesPerOp", id.contains("SERIAL") ? 0.01 : 2.0 + tasks / 100.0);
      fork.put("involuntarySwitchesPerOp", 0.4);
      if (pool) {
        fork.put("childCpuNanosPerOp", 0.9 * cpuMillis * 1e6);
      }
    }
    boolean serial = id.contains("SERIAL");
    run.texts.put("flames/" + id + "/cpu.collapsed", serial ? SERIAL_STACKS : STACKS);
  }

  static final String SERIAL_STACKS =
      """
      org/openjdk/jmh/runner/ForkedMain.main;dev/lockstep/core/executor/SerialMapper.map;dev/lockstep/core/kernel/Kernels.gcd 990
      clone3;start_thread;Thread::call_run;CompileBroker::compiler_thread_loop;C2Compiler::compile_method 10
      """;

  static final String STACKS =
      """
      java/lang/Thread.run;java/util/concurrent/ThreadPoolExecutor.runWorker;dev/lockstep/core/kernel/Kernels.gcd 950
      java/lang/Thread.run;java/util/concurrent/ThreadPoolExecutor.getTask;Unsafe_Park;Parker::park 10
      java/util/concurrent/FutureTask.run;dev/lockstep/core/kernel/Kernels.gcd;asm_sysvec_apic_timer_interrupt 20
      clone3;start_thread;Thread::call_run;CompileBroker::compiler_thread_loop;C2Compiler::compile_method 15
      java/lang/Thread.run;java/util/concurrent/FutureTask.run;org/openjdk/jmh/runner/BenchmarkHandler.run 5
      """;
}
