/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.run.Json;
import dev.lockstep.run.RefusedException;
import dev.lockstep.run.RunDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * What the run keeps of each trial while it goes: each fork as soon as it ends, so that a killed
 * run loses one fork at most.
 */
final class TrialStore {

  /** Of one trial; no plan has as many. */
  private static final int MOST = 100;

  private final RunDirectory directory;
  private final Map<String, Map<Integer, TrialRecord.Fork>> kept = new HashMap<>();
  private Pace pace;

  TrialStore(RunDirectory directory) {
    this.directory = directory;
  }

  /** The number of the next fork: that of the first one that is not there. */
  int nextFork(Trial trial) {
    int fork = 1;
    while (kept(trial).containsKey(fork)) {
      fork++;
    }
    return fork;
  }

  /** Keeps one fork. The description comes last: where it stands, the result stands. */
  void keep(Trial trial, int fork, ForkRunner.Measured measured) {
    directory.write(name(trial, fork, ".ser"), serialize(measured.result()));
    directory.write(name(trial, fork, ".json"), measured.fork());
    kept(trial).put(fork, measured.fork());
    pace = null;
  }

  void keep(Trial trial, TrialRecord.Failure failure, String said) {
    directory.write(name(trial, "failure.json"), failure);
    directory.write(name(trial, "failure.log"), said.getBytes(StandardCharsets.UTF_8));
  }

  void keep(Trial trial, TrialRecord.Profile profile) {
    directory.write(name(trial, "profile.json"), profile);
  }

  void keep(Trial trial, TrialRecord.Hardware hardware) {
    directory.write(name(trial, "hardware.json"), hardware);
  }

  /** What Python took, unless it failed or was not reached: that is tried again. */
  Optional<CPython.Measured> cpython() {
    return read(CPython.FILE, CPython.Measured.class)
        .filter(measured -> !Set.of("FAILED", "NOT_REACHED").contains(measured.status()));
  }

  Optional<TrialRecord.Failure> failure(Trial trial) {
    return read(name(trial, "failure.json"), TrialRecord.Failure.class);
  }

  /** A run that goes on gives those whose fork was killed another try. */
  void forgetKilled(List<Trial> trials) throws IOException {
    for (Trial trial : trials) {
      if (failure(trial).filter(TrialRecord.Failure::isKilled).isPresent()) {
        Files.delete(directory.path().resolve(name(trial, "failure.json")));
      }
    }
  }

  Optional<TrialRecord.Profile> profile(Trial trial) {
    return read(name(trial, "profile.json"), TrialRecord.Profile.class);
  }

  Optional<TrialRecord.Hardware> hardware(Trial trial) {
    return read(name(trial, "hardware.json"), TrialRecord.Hardware.class);
  }

  /** All that it has, each with the word whether it counts. */
  List<TrialRecord.Fork> forks(Trial trial) {
    List<TrialRecord.Fork> all =
        Siblings.compared(trial, kept(trial).values()).stream()
            .map(fork -> pace().compared(trial.threads(), fork))
            .toList();
    boolean enough = all.stream().filter(TrialRecord.Fork::isSound).count() >= trial.leastForks();
    return all.stream().map(fork -> fork.counting(fork.isSound() || !enough)).toList();
  }

  /** Of all forks that it has read or kept. */
  private Pace pace() {
    if (pace == null) {
      pace = Pace.of(kept.values().stream().flatMap(it -> it.values().stream()).toList());
    }
    return pace;
  }

  private Map<Integer, TrialRecord.Fork> kept(Trial trial) {
    Map<Integer, TrialRecord.Fork> forks = kept.get(trial.id());
    if (forks == null) {
      forks = read(trial);
      kept.put(trial.id(), forks);
      pace = null;
    }
    return forks;
  }

  /** A fork that cannot be read back is as good as not run. */
  private Map<Integer, TrialRecord.Fork> read(Trial trial) {
    Map<Integer, TrialRecord.Fork> forks = new TreeMap<>();
    for (int fork = 1; fork <= MOST; fork++) {
      int number = fork;
      read(name(trial, fork, ".json"), TrialRecord.Fork.class)
          .filter(_ -> result(trial, number).isPresent())
          .ifPresent(it -> forks.put(number, it));
    }
    return forks;
  }

  /** Whether it has the forks that make a price, and none of them failed. */
  boolean hasPrice(Trial trial) {
    return failure(trial).isEmpty() && forks(trial).size() >= trial.leastForks();
  }

  /**
   * Writes {@code trials/<id>.json} and, in JMH's own format, {@code jmh.json}. A trial with too
   * few forks for a price keeps those that it has.
   *
   * @param budget in words
   */
  void publish(List<Trial> trials, String budget) throws IOException {
    List<RunResult> results = new ArrayList<>();
    for (Trial trial : trials) {
      Optional<TrialRecord.Failure> failure =
          hasPrice(trial) ? Optional.empty() : Optional.of(failureOr(trial, budget));
      directory.write(
          "trials/" + trial.id() + ".json",
          new TrialRecord(
              1,
              trial.id(),
              trial.benchmark(),
              trial.params(),
              trial.threads(),
              failure.isPresent() ? "FAILED" : "MEASURED",
              failure.orElse(null),
              forks(trial),
              profile(trial).orElse(null),
              hardware(trial).orElse(null)));
      joined(trial).ifPresent(results::add);
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(json, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    directory.write("jmh.json", json.toByteArray());
  }

  private TrialRecord.Failure failureOr(Trial trial, String budget) {
    return failure(trial)
        .orElseGet(
            () ->
                new TrialRecord.Failure(
                    "BUDGET",
                    "%d of %d forks were measured, and the budget of %s paid for no more: give more with -Dbudget."
                        .formatted(forks(trial).size(), trial.forks(), budget)));
  }

  /** All forks of a trial as JMH would have returned them from one run. */
  private Optional<RunResult> joined(Trial trial) {
    List<BenchmarkResult> forks = new ArrayList<>();
    for (TrialRecord.Fork fork : forks(trial)) {
      if (fork.counts()) {
        result(trial, fork.fork())
            .map(it -> trial.isSampled() ? Percentiles.folded(it) : it)
            .ifPresent(forks::add);
      }
    }
    if (forks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RunResult(withForks(forks.getFirst().getParams(), forks.size()), forks));
  }

  private static BenchmarkParams withForks(BenchmarkParams one, int forks) {
    WorkloadParams params = new WorkloadParams();
    for (String key : one.getParamsKeys()) {
      params.put(key, one.getParam(key), 0);
    }
    return new BenchmarkParams(
        one.getBenchmark(),
        one.generatedBenchmark(),
        one.shouldSynchIterations(),
        one.getThreads(),
        one.getThreadGroups(),
        one.getThreadGroupLabels(),
        forks,
        one.getWarmupForks(),
        one.getWarmup(),
        one.getMeasurement(),
        one.getMode(),
        params,
        one.getTimeUnit(),
        one.getOpsPerInvocation(),
        one.getJvm(),
        one.getJvmArgs(),
        one.getJdkVersion(),
        one.getVmName(),
        one.getVmVersion(),
        one.getJmhVersion(),
        one.getTimeout());
  }

  private Optional<BenchmarkResult> result(Trial trial, int fork) {
    Path file = directory.path().resolve(name(trial, fork, ".ser"));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return Optional.of((BenchmarkResult) in.readObject());
    } catch (IOException | ClassNotFoundException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    Path file = directory.path().resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(file, type));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  private static byte[] serialize(BenchmarkResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(result);
    } catch (IOException e) {
      throw new IllegalStateException("JMH's result cannot be kept", e);
    }
    return bytes.toByteArray();
  }

  private static String name(Trial trial, int fork, String ending) {
    return name(trial, "fork-" + fork + ending);
  }

  private static String name(Trial trial, String file) {
    return "trials/" + trial.id() + "/" + file;
  }
}
