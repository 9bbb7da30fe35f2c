/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.jmh.profile.CpuTime;
import dev.lockstep.jmh.profile.Divisions;
import dev.lockstep.jmh.profile.FlameRecorder;
import dev.lockstep.jmh.profile.ForkSetup;
import dev.lockstep.jmh.profile.Graph;
import dev.lockstep.jmh.profile.Latencies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.LinuxPerfNormProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.WarmupMode;

/**
 * Runs one fork of one trial on the stock JMH runner. Score forks carry no profiler that samples,
 * and the profile fork's score is thrown away.
 *
 * @param jvmArguments of every fork, before those that the benchmark itself asks for; none of this
 *     JVM's own, which JMH would take over
 * @param archive of the classes of JMH and of this suite, for forks that may use it; null if there
 *     is none
 */
record ForkRunner(List<String> jvmArguments, Path archive) {

  private static final Pattern EXIT_CODE = Pattern.compile("failed with exit code (\\d+)");
  private static final int SIGNALLED = 128;

  /** What the worker processes of a fork are started with, too. */
  private static final String WORKER_ARGUMENTS = "dev.lockstep.worker.jvmArguments";

  ForkRunner(List<String> jvmArguments) {
    this(jvmArguments, null);
  }

  /** What a fork ended with: a result, or a failure. */
  sealed interface Ended {}

  record Measured(BenchmarkResult result, TrialRecord.Fork fork) implements Ended {}

  /**
   * @param said what JMH and the fork printed
   */
  record Failed(TrialRecord.Failure failure, String said) implements Ended {}

  Ended score(Trial trial, int fork) {
    return score(trial, trial.series(), fork, ForkLimit.of(trial.series()));
  }

  /** The same with iterations and a limit of its own. */
  Ended score(Trial trial, Series series, int fork, Duration limit) {
    ChainedOptionsBuilder options =
        options(trial, series, List.of())
            .addProfiler(Divisions.class)
            .addProfiler(CpuTime.class)
            .addProfiler(GCProfiler.class);
    if (trial.isOfLatencies()) {
      options.addProfiler(Latencies.class);
    }
    return run(trial, options, fork, limit);
  }

  private boolean uses(Trial trial) {
    return archive != null && !trial.loadsClasses();
  }

  /**
   * The same, with forks that find the classes of JMH and of this suite as a fork of the trial has
   * left them in an archive: they start in about two thirds of the time. It holds classes only, no
   * profiles and no compiled code, so what is measured is not touched; where loading classes is
   * what is measured, it is not used.
   */
  ForkRunner withArchive(Path file, Trial trial) {
    List<String> dump = new ArrayList<>(jvmArguments);
    dump.add("-XX:ArchiveClassesAtExit=" + file);
    Series shortest = new Series(0, 1, 10);
    Ended ended = new ForkRunner(dump).score(trial, shortest, 0, ForkLimit.of(shortest));
    if (ended instanceof Failed || !Files.exists(file)) {
      return this;
    }
    return new ForkRunner(jvmArguments, file);
  }

  /**
   * Records samples into a file {@code <id>.jfr}. Symbols between safepoints cost speed: not for
   * scores.
   *
   * @param workerArgument a JVM option of worker processes, if there are any
   */
  Ended profile(
      Trial trial,
      Series series,
      Set<Graph> graphs,
      Path directory,
      Optional<String> workerArgument) {
    List<String> more =
        new ArrayList<>(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints"));
    workerArgument.ifPresent(it -> more.add("-D" + WORKER_ARGUMENTS + "=" + it));
    ChainedOptionsBuilder options =
        options(trial, series, more)
            .addProfiler(FlameRecorder.class, Graph.format(graphs) + "," + directory);
    return run(trial, options, 0, ForkLimit.of(series));
  }

  /** Counts events of the processor. JMH asks for them in a fork, so this one is not for scores. */
  Ended count(Trial trial) {
    ChainedOptionsBuilder options =
        options(trial, trial.series(), List.of()).addProfiler(LinuxPerfNormProfiler.class);
    return run(trial, options, 0, ForkLimit.of(trial.series()));
  }

  private ChainedOptionsBuilder options(Trial trial, Series series, List<String> more) {
    List<String> arguments = new ArrayList<>(jvmArguments);
    if (uses(trial)) {
      arguments.add("-XX:SharedArchiveFile=" + archive);
    }
    arguments.addAll(more);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(trial.benchmark()) + "$")
            .forks(1)
            .threads(trial.threads())
            .warmupMode(WarmupMode.INDI)
            .warmupIterations(series.warmups())
            .measurementIterations(series.measurements())
            .shouldFailOnError(true)
            .jvmArgs(arguments.toArray(String[]::new))
            .addProfiler(ForkSetup.class);
    if (trial.isSampled()) {
      options.mode(Mode.SampleTime);
    }
    if (series.millis() > 0) {
      options
          .warmupTime(TimeValue.milliseconds(series.warmupMillis()))
          .measurementTime(TimeValue.milliseconds(series.millis()));
    }
    trial.params().forEach((name, value) -> options.param(name, value));
    return options;
  }

  private Ended run(Trial trial, ChainedOptionsBuilder options, int fork, Duration limit) {
    Listener listener = new Listener();
    Instant start = Instant.now();
    long nanos = System.nanoTime();
    ForkLimit watch = ForkLimit.start(limit);
    try (watch) {
      Collection<RunResult> results = new Runner(options.build(), listener).run();
      double seconds = Math.round((System.nanoTime() - nanos) / 1e7) / 100.0;
      for (RunResult run : results) {
        for (BenchmarkResult result : run.getBenchmarkResults()) {
          return new Measured(result, record(trial, result, listener, fork, start, seconds));
        }
      }
      return new Failed(
          new TrialRecord.Failure("ERROR", "JMH returned no result."), listener.said());
    } catch (RunnerException e) {
      return new Failed(watch.passed() ? overdue(limit) : failure(e), listener.said());
    }
  }

  private TrialRecord.Fork record(
      Trial trial,
      BenchmarkResult result,
      Listener listener,
      int fork,
      Instant start,
      double seconds) {
    List<Double> measurement =
        result.getIterationResults().stream()
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
    @SuppressWarnings("rawtypes") // JMH's own signature
    Map<String, Result> secondary = result.getSecondaryResults();
    return new TrialRecord.Fork(
        fork,
        start.toString(),
        seconds,
        uses(trial),
        result.getPrimaryResult().getScoreUnit(),
        listener.warmup(),
        measurement,
        Steadiness.stillWarming(listener.warmup(), measurement, trial.resolution()),
        score(secondary, CpuTime.CPU),
        score(secondary, CpuTime.CHILDREN),
        score(secondary, CpuTime.VOLUNTARY),
        score(secondary, CpuTime.INVOLUNTARY),
        score(secondary, "gc.alloc.rate.norm"),
        score(secondary, Divisions.ALONE),
        score(secondary, Divisions.TOGETHER),
        Percentiles.of(result),
        null,
        true);
  }

  @SuppressWarnings("rawtypes")
  private static Double score(Map<String, Result> secondary, String name) {
    Result<?> result = secondary.get(name);
    return result == null || !Double.isFinite(result.getScore()) ? null : result.getScore();
  }

  private static TrialRecord.Failure overdue(Duration limit) {
    return new TrialRecord.Failure(
        "KILLED",
        "The fork did not end within %d s and was ended; failure.log beside its forks shows what its threads did."
            .formatted(limit.toSeconds()));
  }

  /** Finds, in all that JMH wrapped around it, the reason that a person needs. */
  static TrialRecord.Failure failure(Throwable thrown) {
    List<Throwable> all = causes(thrown);
    for (Throwable cause : all) {
      if (cause instanceof WrongResultException) {
        return new TrialRecord.Failure("WRONG_RESULT", cause.getMessage());
      }
    }
    for (Throwable cause : all) {
      Matcher exit = EXIT_CODE.matcher(String.valueOf(cause.getMessage()));
      if (exit.find() && Integer.parseInt(exit.group(1)) > SIGNALLED) {
        int signal = Integer.parseInt(exit.group(1)) - SIGNALLED;
        return new TrialRecord.Failure(
            "KILLED", "The fork was killed by signal %d; run the plan again.".formatted(signal));
      }
    }
    Throwable deepest = all.getLast();
    return new TrialRecord.Failure(
        "ERROR", "%s: %s".formatted(deepest.getClass().getSimpleName(), deepest.getMessage()));
  }

  private static List<Throwable> causes(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> all = new ArrayList<>();
    Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
    while (!open.isEmpty()) {
      Throwable next = open.removeFirst();
      if (seen.add(next)) {
        all.add(next);
        if (next.getCause() != null) {
          open.addLast(next.getCause());
        }
        for (Throwable suppressed : next.getSuppressed()) {
          open.addLast(suppressed);
        }
      }
    }
    return all;
  }
}
