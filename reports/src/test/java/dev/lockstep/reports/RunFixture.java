/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
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
  static final String PUBLICATION = "dev.lockstep.jcstress.publication.Publication.";
  static final List<String> CONFIGURATIONS =
      List.of("interpreter", "C1", "C2", "C2 stress", "C2 + SerialGC", "C2 + ZGC");

  final ObjectNode run = object("schema", 1);
  final ObjectNode environment = object("schema", 1);
  final ObjectNode planned = object("schema", 1);
  final ObjectNode jcstress = object("schema", 1);
  final ObjectNode models = object("schema", 1);
  final ObjectNode cpython = MAPPER.createObjectNode();
  final ArrayNode jmh = MAPPER.createArrayNode();
  final Map<String, ObjectNode> trials = new LinkedHashMap<>();
  final Map<String, ObjectNode> witnesses = new LinkedHashMap<>();
  final Map<String, String> texts = new LinkedHashMap<>();

  private RunFixture() {}

  /** Returns a run of which everything is in order. */
  static RunFixture healthy() {
    RunFixture fixture = new RunFixture();
    fixture.fillRun();
    fixture.fillMachine();
    fixture.planned.put("plan", "quick").put("evidence", true).put("cores", CORES);
    for (String list : List.of("constructs", "proofs", "trials", "models", "notRun")) {
      fixture.planned.putArray(list);
    }
    StressFixture.fill(fixture);
    TrialFixture.fill(fixture);
    ModelFixture.fill(fixture);
    return fixture;
  }

  /** Adds a construct to the plan. */
  void construct(String family, String name, String label, String guarantee) {
    ObjectNode construct = list("constructs").addObject();
    construct.put("id", family + ":" + name).put("family", family).put("name", name);
    construct.put("label", label).put("guarantee", guarantee);
  }

  /** Leaves something out of the plan, openly, because this machine cannot run it. */
  ObjectNode leaveOut(String kind, String id, String construct, String why) {
    ObjectNode out = list("notRun").addObject();
    out.put("kind", kind).put("id", id).put("construct", construct);
    return out.put("cause", "MACHINE").put("why", why);
  }

  /** Returns a healthy run with the whole sweep of executors, as if on so many cores. */
  static RunFixture swept(int cores) {
    RunFixture fixture = healthy();
    SweepFixture.fill(fixture, cores);
    return fixture;
  }

  /** Returns a healthy run with queues, pipelines, fan-out and units. */
  static RunFixture piped() {
    RunFixture fixture = healthy();
    PipelineFixture.fill(fixture);
    return fixture;
  }

  /** Returns a healthy run that has timed single operations, too. */
  static RunFixture timed() {
    RunFixture fixture = healthy();
    LatencyFixture.fill(fixture);
    return fixture;
  }

  /**
   * Writes a healthy run into a directory, for looking at its page; cores make it a sweep, 0 one of
   * queues.
   */
  public static void main(String[] arguments) throws IOException {
    int cores = arguments.length > 1 ? Integer.parseInt(arguments[1]) : -1;
    RunFixture fixture = cores < 0 ? healthy() : cores == 0 ? piped() : swept(cores);
    fixture.write(Path.of(arguments[0]));
  }

  ArrayNode list(String name) {
    return planned.withArray(name);
  }

  ObjectNode proof(String test) {
    return find(list("proofs"), "test", test);
  }

  /** Returns the place of a planned thing in its list. */
  int index(String list, String key, String value) {
    for (int i = 0; i < list(list).size(); i++) {
      if (list(list).get(i).get(key).stringValue().equals(value)) {
        return i;
      }
    }
    throw new IllegalArgumentException(value);
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

  ObjectNode model(String id) {
    return find(list("models"), "id", id);
  }

  /** Returns what the model checker said of a planned model. */
  ObjectNode checked(String id) {
    return find(models.withArray("results"), "id", id);
  }

  /** Takes a model from the plan and from the results. */
  void forget(String id) {
    list("models").removeIf(each -> each.get("id").stringValue().equals(id));
    models.withArray("results").removeIf(each -> each.get("id").stringValue().equals(id));
  }

  /** Returns JMH's entry of a planned trial. */
  ObjectNode price(String id) {
    return (ObjectNode) jmh.get(index("trials", "id", id));
  }

  /** Returns the shots of the first fork of what an entry counts beside its score. */
  static ArrayNode first(ObjectNode entry, String secondary) {
    return (ArrayNode) entry.get("secondaryMetrics").get(secondary).get("rawData").get(0);
  }

  /** Takes one trial out of the results, but not out of the plan. */
  void lose(String id) {
    jmh.remove(index("trials", "id", id));
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

  /** Gives a test forks of C2 and nothing else: each sees an outcome so often in its samples. */
  void forks(String test, String outcome, long samples, long... seen) {
    ObjectNode model = result(test, "C2").deepCopy();
    loseProof(test);
    proof(test).putObject("forks").put("C2", seen.length);
    for (int fork = 0; fork < seen.length; fork++) {
      ObjectNode result = model.deepCopy().put("fork", fork).put("samples", samples);
      for (JsonNode each : result.get("outcomes")) {
        boolean that = each.get("id").stringValue().equals(outcome);
        ((ObjectNode) each).put("count", that ? seen[fork] : samples - seen[fork]);
      }
      jcstress.withArray("results").add(result);
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
    Map<String, String> files = new LinkedHashMap<>(texts);
    files.put("run.json", run.toString());
    files.put("environment.json", environment.toString());
    files.put("planned.json", planned.toString());
    files.put("jcstress.json", jcstress.toString());
    files.put("models.json", models.toString());
    files.put("jmh.json", jmh.toString());
    if (!cpython.isEmpty()) {
      files.put("cpython.json", cpython.toString());
    }
    witnesses.forEach((name, witness) -> files.put(name, witness.toString()));
    trials.forEach((id, trial) -> files.put("trials/" + id + ".json", trial.toString()));
    return files;
  }

  private void fillRun() {
    run.put("plan", "quick").put("commit", "3f2a91c0d4e5f60718293a4b5c6d7e8f90a1b2c3");
    run.put("dirty", false).put("start", "2026-11-20T02:00:00Z").put("end", "2026-11-20T02:07:02Z");
    run.put("budget", "none");
    ObjectNode parts = run.putObject("parts");
    part(parts.putObject("jcstress"), "2026-11-20T02:00:00Z", "2026-11-20T02:01:58Z", 118.4);
    part(parts.putObject("models"), "2026-11-20T02:01:58Z", "2026-11-20T02:02:00Z", 2.0);
    part(parts.putObject("jmh"), "2026-11-20T02:02:00Z", "2026-11-20T02:07:01Z", 299.6);
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

  static ObjectNode object(String name, int value) {
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
