/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a run directory. One bad file, or one bad entry of a file, costs only itself: the rest is
 * still read, and each fault is kept as one sentence.
 */
public final class RunReader {
  private final Path run;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> damagedTests = new TreeSet<>();
  private final List<TestRate> rates = new ArrayList<>();
  private final Set<TrialKey> damagedPrices =
      new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
  private final Set<String> damagedTrials = new TreeSet<>();
  // Its files lack what this version owes; that is told once, not per file.
  private boolean older;

  private RunReader(Path run) {
    this.run = run;
  }

  /** Returns whatever can be read below the run directory; never fails because of its content. */
  public static RunData read(Path run) {
    return new RunReader(run).read();
  }

  private RunData read() {
    if (!exists("run.json") && !exists("planned.json") && !exists("environment.json")) {
      String cause = "the directory holds no run.json, planned.json or environment.json";
      faults.add(
          new Fault("run directory", cause, "run mvn verify first or name another directory"));
      return new RunData(
          null,
          null,
          null,
          null,
          damagedTests,
          rates,
          null,
          damagedPrices,
          Map.of(),
          damagedTrials,
          null,
          null,
          Map.of(),
          faults);
    }
    RunInfo info = orNull(() -> RunInfo.read(JsonFile.object(run, "run.json")));
    Environment environment =
        orNull(() -> Environment.read(JsonFile.object(run, "environment.json")));
    Plan plan = orNull(this::plan);
    // A part that planned nothing owes no file; that it planned nothing is judged elsewhere.
    boolean owesProofs = !older && (plan == null || !plan.proofs().isEmpty());
    boolean owesPrices = plan == null || !plan.trials().isEmpty();
    boolean owesModels = plan != null && !plan.models().isEmpty();
    List<JcstressResult> proofs =
        owesProofs || (!older && exists("jcstress.json")) ? orNull(this::proofs) : List.of();
    Map<TrialKey, JmhResult> prices =
        owesPrices || exists("jmh.json") ? orNull(this::prices) : Map.of();
    RunData.Models models =
        owesModels || (!older && exists("models.json"))
            ? orNull(() -> ModelReader.read(run, faults))
            : RunData.Models.NONE;
    boolean owesCpython = plan != null && plan.cpython();
    Cpython cpython =
        owesCpython ? orNull(() -> Cpython.read(JsonFile.object(run, Cpython.FILE))) : null;
    Map<String, TrialRecord> trials = trials();
    return new RunData(
        info,
        environment,
        plan,
        proofs,
        damagedTests,
        rates,
        prices,
        damagedPrices,
        trials,
        damagedTrials,
        models,
        cpython,
        plan == null ? Map.of() : Stacks.ofSeeds(run, plan, trials),
        faults);
  }

  private boolean exists(String name) {
    return Files.exists(run.resolve(name));
  }

  private Plan plan() {
    JsonView file = JsonFile.object(run, "planned.json");
    older =
        !file.has("models")
            || file.list("proofs").stream().anyMatch(proof -> proof.has("contractName"));
    if (older) {
      String cause = "the run was recorded by an older version of Lockstep";
      throw new BadInput(new Fault("planned.json", cause, Fault.AGAIN));
    }
    return Plan.read(file);
  }

  private List<JcstressResult> proofs() {
    List<JcstressResult> results = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    JsonView file = JsonFile.object(run, "jcstress.json");
    for (JsonView each : file.requiredList("tests")) {
      try {
        rates.add(TestRate.read(each));
      } catch (BadInput e) {
        faults.add(e.fault());
      }
    }
    for (JsonView each : file.list("results")) {
      try {
        JcstressResult result = JcstressResult.read(each);
        if (!seen.add(List.of(result.test(), result.configuration(), result.fork()))) {
          throw each.bad(
              "fork %s of %s in %s stands there twice"
                  .formatted(
                      result.fork(),
                      Quoted.name(result.test()),
                      Quoted.name(result.configuration())));
        }
        results.add(result);
      } catch (BadInput e) {
        faults.add(e.fault());
        noteTest(each);
      }
    }
    return results;
  }

  private void noteTest(JsonView result) {
    try {
      damagedTests.add(result.text("test"));
    } catch (BadInput alsoUnnamed) {
      // The fault is noted already; without a name it belongs to no test.
    }
  }

  private Map<TrialKey, JmhResult> prices() {
    JsonNode tree = JsonFile.tree(run, "jmh.json");
    if (!tree.isArray()) {
      throw new BadInput(
          new Fault("jmh.json", "the top level is not a list", "it is not a result of JMH"));
    }
    Map<TrialKey, JmhResult> results = new LinkedHashMap<>();
    int index = 0;
    for (JsonNode each : tree) {
      TrialKey key = null;
      try {
        JsonView entry = new JsonView("jmh.json", "[" + index++ + "]", each);
        key = JmhResult.keyOf(entry);
        if (results.containsKey(key)) {
          throw entry.bad("two entries are of the same trial " + Quoted.name(key.toString()));
        }
        results.put(key, JmhResult.read(entry));
      } catch (BadInput e) {
        faults.add(e.fault());
        if (key != null) {
          damagedPrices.add(key);
        }
      }
    }
    return results;
  }

  private Map<String, TrialRecord> trials() {
    Map<String, TrialRecord> records = new TreeMap<>();
    FilesBelow flames = new FilesBelow(run, "flames");
    for (String name : trialFiles()) {
      String id = name.substring(0, name.length() - ".json".length());
      try {
        TrialRecord trial = TrialRecord.read(JsonFile.object(run, "trials/" + name), flames);
        if (records.putIfAbsent(trial.id(), trial) != null) {
          throw new BadInput(
              new Fault(
                  "trials/" + Quoted.name(name),
                  "trial " + Quoted.name(trial.id()) + " has a second file",
                  "delete the one that does not bear its name"));
        }
      } catch (BadInput e) {
        faults.add(e.fault());
        damagedTrials.add(id);
      }
    }
    return records;
  }

  private List<String> trialFiles() {
    Path home = run.resolve("trials");
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.add(new Fault("trials", "the directory cannot be read", "check that you may read it"));
      return List.of();
    }
  }

  private <T> T orNull(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadInput e) {
      faults.add(e.fault());
      return null;
    }
  }
}
