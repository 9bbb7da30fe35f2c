/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A healthy synthetic run as JSON trees. A test bends a tree, then writes the directory; figures
 * are invented but of a plausible size, and without chance.
 */
final class RunFixture {
  static final int CORES = 2;
  static final JsonMapper MAPPER = JsonMapper.builder().build();
  static final String RACE = "dev.lockstep.jcstress.counter.CounterRace.";
  static final String LOCKED = "dev.lockstep.jcstress.counter.LockedCounter.";
  static final String EXECUTOR = "dev.lockstep.jcstress.executor.Results.";
  static final List<String> CONFIGURATIONS = List.of("interpreter", "C1", "C2", "C2 stress");

  private static final String COST = "dev.lockstep.jmh.counter.CounterCost.increment";
  private static final String SENSORS = "dev.lockstep.jmh.counter.FiveSensors.count";
  private static final String SWEEP = "dev.lockstep.jmh.executor.ExecutorSweep.map";

  final ObjectNode run = object("schema", 1);
  final ObjectNode environment = object("schema", 1);
  final ObjectNode planned = object("schema", 1);
  final ObjectNode jcstress = object("schema", 1);
  final ArrayNode jmh = MAPPER.createArrayNode();
  final Map<String, ObjectNode> trials = new LinkedHashMap<>();
  final Map<String, String> flames = new LinkedHashMap<>();

  private RunFixture() {}

  /** Returns a run of which everything is in order. */
  static RunFixture healthy() {
    RunFixture fixture = new RunFixture();
    fixture.fillRun();
    fixture.fillMachine();
    fixture.planned.put("plan", "quick").put("evidence", true).put("cores", CORES);
    for (String list : List.of("constructs", "proofs", "trials", "notRun")) {
      fixture.planned.putArray(list);
    }
    fixture.jcstress.put("jcstress", "0.16").putArray("results");
    fixture.fillCounters();
    fixture.fillExecutors();
    fixture
        .list("notRun")
        .addObject()
        .put("kind", "PROOF")
        .put("id", "dev.lockstep.jcstress.counter.FiveActors.Unlocked")
        .put("construct", "counter:UNLOCKED")
        .put("why", "needs 5 CPUs, this machine has 2");
    return fixture;
  }

  /** Writes a healthy run into a directory, for looking at its page. */
  public static void main(String[] arguments) throws IOException {
    healthy().write(Path.of(arguments[0]));
  }

  ArrayNode list(String name) {
    return planned.withArray(name);
  }

  ObjectNode proof(String test) {
    return find(list("proofs"), "test", test);
  }

  ObjectNode trial(String id) {
    return find(list("trials"), "id", id);
  }

  ObjectNode result(String test, String configuration) {
    for (int i = 0; i < jcstress.withArray("results").size(); i++) {
      ObjectNode each = (ObjectNode) jcstress.withArray("results").get(i);
      if (each.get("test").stringValue().equals(test)
          && each.get("configuration").stringValue().equals(configuration)) {
        return each;
      }
    }
    throw new IllegalArgumentException(test + " in " + configuration);
  }

  /** Returns JMH's entry of a planned trial. */
  ObjectNode price(String id) {
    for (int i = 0; i < list("trials").size(); i++) {
      if (list("trials").get(i).get("id").stringValue().equals(id)) {
        return (ObjectNode) jmh.get(i);
      }
    }
    throw new IllegalArgumentException(id);
  }

  /** Takes one trial out of the results, but not out of the plan. */
  void lose(String id) {
    for (int i = 0; i < list("trials").size(); i++) {
      if (list("trials").get(i).get("id").stringValue().equals(id)) {
        jmh.remove(i);
      }
    }
    trials.remove(id);
  }

  /** Takes all results of a test out, but not out of the plan. */
  void loseProof(String test) {
    ArrayNode results = jcstress.withArray("results");
    for (int i = results.size() - 1; i >= 0; i--) {
      if (results.get(i).get("test").stringValue().equals(test)) {
        results.remove(i);
      }
    }
  }

  /** Writes the run; what stands there already with the same content is left alone. */
  Path write(Path directory) throws IOException {
    for (Map.Entry<String, String> each : files().entrySet()) {
      Path file = directory.resolve(each.getKey());
      if (!Files.isRegularFile(file) || !Files.readString(file).equals(each.getValue())) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue());
      }
    }
    return directory;
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(flames);
    files.put("run.json", run.toString());
    files.put("environment.json", environment.toString());
    files.put("planned.json", planned.toString());
    files.put("jcstress.json", jcstress.toString());
    files.put("jmh.json", jmh.toString());
    trials.forEach((id, trial) -> files.put("trials/" + id + ".json", trial.toString()));
    return files;
  }

  private void fillRun() {
    run.put("plan", "quick").put("commit", "3f2a91c0d4e5f60718293a4b5c6d7e8f90a1b2c3");
    run.put("dirty", false).put("start", "2026-11-20T02:00:00Z").put("end", "2026-11-20T02:07:02Z");
    run.put("budget", "none");
    ObjectNode parts = run.putObject("parts");
    part(parts.putObject("jcstress"), "2026-11-20T02:00:00Z", "2026-11-20T02:01:58Z", 118.4);
    part(parts.putObject("jmh"), "2026-11-20T02:02:00Z", "2026-11-20T02:07:01Z", 301.6);
  }

  private static void part(ObjectNode part, String start, String end, double seconds) {
    part.put("jar", "ab12").put("start", start).put("end", end).put("seconds", seconds);
  }

  private void fillMachine() {
    machine(environment.putObject("start"), "2026-11-20T02:00:00Z", 0.04);
    machine(environment.putObject("end"), "2026-11-20T02:07:01Z", 1.87);
  }

  private static void machine(ObjectNode machine, String at, double load) {
    machine.put("at", at).put("os", "Linux").put("kernel", "6.18").put("arch", "amd64");
    machine.put("cpu", "AMD EPYC 9R45").put("cores", CORES).put("physicalCores", CORES);
    machine.put("memoryBytes", 25_000_000_000L).put("virtualMachine", "KVM").put("governor", "");
    machine.put("load", load).put("jdk", "25.0.3");
    machine.put("jvm", "OpenJDK 64-Bit Server VM 25.0.3+9-LTS Temurin");
    machine.putArray("jvmFlags").add("-Xms1g").add("-Xmx1g");
    machine
        .putArray("warnings")
        .add("This is a virtual machine: other guests may take time from it.");
  }

  private void fillCounters() {
    race("UNLOCKED", "unlocked", "PlainIncrement", 0.157, 0.31, 0.42);
    race("OPAQUE", "opaque", "OpaqueIncrement", 0.210, 0.60, 2.9);
    race("VOLATILE", "volatile", "VolatileIncrement", 0.243, 3.9, 14.8);
    exact("SYNCHRONIZED", "synchronized", "Synchronized", 5.6, 41.0);
    exact("REENTRANT_LOCK", "ReentrantLock", "ReentrantLock", 7.9, 28.4);
    exact("REENTRANT_LOCK_FAIR", "ReentrantLock (fair)", "ReentrantLockFair", 8.1, 9480);
    exact("READ_WRITE_LOCK", "ReentrantReadWriteLock", "ReadWriteLock", 9.3, 33.1);
    exact("STAMPED_LOCK", "StampedLock", "StampedLock", 8.8, 30.2);
    exact("SEMAPHORE", "Semaphore(1)", "Semaphore", 10.2, 36.0);
    exact("SPIN_LOCK", "spin lock", "SpinLock", 4.9, 22.7);
    exact("ATOMIC", "AtomicInteger", "Atomic", 3.8, 16.1);
    exact("VAR_HANDLE", "VarHandle getAndAdd", "VarHandle", 3.8, 16.2);
    exact("ADDER", "LongAdder", "Adder", 4.3, 4.4);
    exact("CONFINED", "thread-confined", "Confined", 0.31, 0.31);
    twin(LOCKED + "LockedWriteOnly", "NoLostUpdate", "1");
    for (String kind : List.of("VOLATILE", "OPAQUE", "UNLOCKED", "REENTRANT_LOCK")) {
      sensors(kind, true);
      sensors(kind, false);
    }
  }

  private void race(String name, String label, String test, double share, double one, double two) {
    construct("counter", name, label, "RACY");
    ObjectNode proof = plannedProof(RACE + test, "counter:" + name, "PROOF", "LostUpdate");
    proof.put("contract", "MUST_OBSERVE").putNull("twin");
    proof.putArray("mustObserve").add("1");
    double tilt = 0.8;
    for (String configuration : CONFIGURATIONS) {
      long seen = Math.round(6_000_000 * share * tilt);
      tilt += 0.13;
      ObjectNode result = plannedResult(RACE + test, configuration, 6_000_000);
      outcome(result, "2", 6_000_000 - seen, "ACCEPTABLE");
      outcome(result, "1", seen, "ACCEPTABLE_INTERESTING");
    }
    cost(name, 1, one, 0.0);
    cost(name, 2, two, share);
  }

  private void exact(String name, String label, String test, double one, double two) {
    construct("counter", name, label, "EXACT");
    exactProof(LOCKED + test, "counter:" + name, "NoLostUpdate", LOCKED + "LockedWriteOnly");
    cost(name, 1, one, 0.0);
    cost(name, 2, two, 0.0);
  }

  private void exactProof(String test, String construct, String contract, String twin) {
    ObjectNode proof = plannedProof(test, construct, "PROOF", contract);
    proof.put("contract", "FORBIDS").put("twin", twin);
    proof.putArray("mustObserve");
    for (String configuration : CONFIGURATIONS) {
      ObjectNode result = plannedResult(test, configuration, 60_000_000);
      outcome(result, "2", 60_000_000, "ACCEPTABLE");
      outcome(result, "1", 0, "FORBIDDEN");
    }
  }

  private void twin(String test, String contract, String broken) {
    ObjectNode proof = plannedProof(test, null, "TWIN", contract);
    proof.put("contract", "MUST_OBSERVE").putNull("twin");
    proof.putArray("mustObserve").add(broken);
    for (String configuration : CONFIGURATIONS) {
      ObjectNode result = plannedResult(test, configuration, 5_000_000);
      outcome(result, "2", 4_400_000, "ACCEPTABLE");
      outcome(result, broken, 600_000, "ACCEPTABLE_INTERESTING");
    }
  }

  private void construct(String family, String name, String label, String guarantee) {
    ObjectNode construct = list("constructs").addObject();
    construct.put("id", family + ":" + name).put("family", family).put("name", name);
    construct.put("label", label).put("guarantee", guarantee);
  }

  private ObjectNode plannedProof(String test, String construct, String role, String contract) {
    ObjectNode proof = list("proofs").addObject();
    proof.put("test", test).put("construct", construct).put("role", role);
    proof.put("contractName", contract).put("floor", 10_000_000).put("actors", 2);
    ObjectNode forks = proof.putObject("forks");
    CONFIGURATIONS.forEach(each -> forks.put(each, 1));
    return proof;
  }

  private ObjectNode plannedResult(String test, String configuration, long samples) {
    ObjectNode result = jcstress.withArray("results").addObject();
    result.put("test", test).put("configuration", configuration).put("fork", 0);
    result.putArray("jvmArgs");
    result.put("scheduling", "").put("status", "NORMAL").put("samples", samples);
    result.putArray("outcomes");
    result.putArray("messages");
    return result;
  }

  private static void outcome(ObjectNode result, String id, long count, String expect) {
    ObjectNode outcome = result.withArray("outcomes").addObject();
    outcome.put("id", id).put("count", count).put("expect", expect).put("description", "");
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
      first(entry, "lost").set(0, 7_532.0);
    }
  }

  static ArrayNode first(ObjectNode entry, String secondary) {
    return (ArrayNode) entry.get("secondaryMetrics").get(secondary).get("rawData").get(0);
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

  private void fillExecutors() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("SERIAL", "caller's loop");
    kinds.put("THREAD_PER_TASK", "one thread per task");
    kinds.put("FIXED", "fixed pool");
    kinds.put("WORK_STEALING", "work stealing");
    kinds.put("FORK_JOIN_SPLIT", "fork/join, split tasks");
    kinds.put("VIRTUAL", "virtual threads");
    kinds.forEach(
        (name, label) -> {
          construct("executor", name, label, null);
          exactProof(
              EXECUTOR + name, "executor:" + name, "ResultsAreVisible", EXECUTOR + "Unjoined");
        });
    twin(EXECUTOR + "Unjoined", "ResultsAreVisible", "0");
    sweep("GCD_SEED", 11.0, new double[] {1, 1.868, 2.118});
    sweep("FACTORIZE_SEED", 9.6, new double[] {1, 1.684, 2.192});
  }

  private void sweep(String workload, double serial, double[] bounds) {
    int[] workers = {1, 2, 4};
    sweepTrial("SERIAL", workload, 1, 1.0, serial);
    sweepTrial("THREAD_PER_TASK", workload, null, 3.143, serial / 1.72);
    for (int i = 0; i < workers.length; i++) {
      double reach = Math.min(bounds[i], CORES);
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

  private ObjectNode plannedTrial(
      String id, String benchmark, String construct, int threads, String mode, String unit) {
    ObjectNode trial = list("trials").addObject();
    trial.put("id", id).put("benchmark", benchmark).put("construct", construct);
    trial.put("threads", threads).put("mode", mode).put("unit", unit).put("forks", 3);
    trial.putNull("workload").putNull("workers").putNull("makespanBound").putNull("baseline");
    return trial;
  }

  /** Adds JMH's entry, the harness's notes and the flame graph; fork f measures score·(1+f/100). */
  private ObjectNode measure(ObjectNode trial, double score, int forks, int iterations) {
    String id = trial.get("id").stringValue();
    ObjectNode entry = jmh.addObject();
    entry.put("jmhVersion", "1.37").set("benchmark", trial.get("benchmark"));
    entry.set("mode", trial.get("mode"));
    entry.set("threads", trial.get("threads"));
    entry.put("forks", forks).set("params", trial.get("params"));
    ObjectNode metric = entry.putObject("primaryMetric");
    metric.put("score", score * 1.01).put("scoreError", "NaN");
    metric.set("scoreUnit", trial.get("unit"));
    ArrayNode raw = metric.putArray("rawData");
    entry.putObject("secondaryMetrics");

    ObjectNode notes = object("schema", 1);
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
    String flame = "flames/" + id + "/cpu.html";
    ObjectNode profile = notes.putObject("profile");
    profile.put("status", "RECORDED").put("engine", "ctimer").put("samples", 812);
    profile.put("html", flame).put("collapsed", "flames/" + id + "/cpu.collapsed").putNull("why");
    flames.put(flame, "<!doctype html><title>flame</title>");
    trials.put(id, notes);
    return entry;
  }

  private static double cpu(ObjectNode trial, double score) {
    double nanos = trial.get("unit").stringValue().startsWith("ms") ? score * 1e6 : score;
    return nanos * trial.get("threads").intValue();
  }

  private static ObjectNode object(String name, int value) {
    return MAPPER.createObjectNode().put(name, value);
  }

  private static ObjectNode find(ArrayNode list, String key, String value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).get(key).stringValue().equals(value)) {
        return (ObjectNode) list.get(i);
      }
    }
    throw new IllegalArgumentException(value);
  }
}
