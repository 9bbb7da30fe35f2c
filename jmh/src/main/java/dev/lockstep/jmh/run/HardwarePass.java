/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.run.Planned;
import dev.lockstep.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.openjdk.jmh.profile.LinuxPerfNormProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.Result;

/**
 * One more fork of each trial that a plan asks for, in which the processor counts events: cycles,
 * instructions, misses. No such fork is scored.
 *
 * @param why this machine has no such counters; empty if it has
 */
record HardwarePass(Predicate<Trial> wanted, Optional<String> why) {

  /** Asks for the counters of this machine; fails if it has none. */
  @FunctionalInterface
  interface Probe {
    void check() throws ProfilerException;
  }

  static HardwarePass of(Predicate<Trial> wanted, List<Trial> trials) {
    return of(wanted, trials, () -> new LinuxPerfNormProfiler(""));
  }

  /** Nothing is asked of the machine for a plan that wants none. */
  static HardwarePass of(Predicate<Trial> wanted, List<Trial> trials, Probe probe) {
    if (trials.stream().noneMatch(wanted)) {
      return new HardwarePass(wanted, Optional.empty());
    }
    try {
      probe.check();
      return new HardwarePass(wanted, Optional.empty());
    } catch (ProfilerException e) {
      String cause = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("no reason");
      return new HardwarePass(
          wanted,
          Optional.of(
              "JMH's perfnorm finds no hardware counters (%s): install perf on a machine whose kernel gives its events"
                  .formatted(cause.replaceFirst("[.:]$", ""))));
    }
  }

  /** What is left out, by this machine or by the plan: said once for all trials. */
  List<Planned.NotRun> notRun(List<Trial> trials) {
    if (trials.stream().noneMatch(wanted)) {
      return List.of(notRun("PLAN", Trial.FROM_NIGHTLY));
    }
    return why.map(it -> List.of(notRun("MACHINE", it))).orElse(List.of());
  }

  private static Planned.NotRun notRun(String cause, String why) {
    return new Planned.NotRun("TRIAL", "hardware counters", null, cause, why);
  }

  /** Whether a trial is still owed its fork. */
  boolean owes(Trial trial, TrialStore store) {
    return why.isEmpty()
        && wanted.test(trial)
        && store.failure(trial).isEmpty()
        && store.hardware(trial).isEmpty();
  }

  /**
   * One fork of each that is owed it, while there is time.
   *
   * @param hasTime asked before each; those that it leaves are owed theirs when the run goes on
   */
  void run(
      List<Trial> trials,
      TrialStore store,
      ForkRunner forks,
      Progress progress,
      BooleanSupplier hasTime) {
    List<String> failed = new ArrayList<>();
    int unpaid = 0;
    for (Trial trial : trials) {
      if (!store.hasPrice(trial) || !owes(trial, store)) {
        continue;
      }
      if (!hasTime.getAsBoolean()) {
        unpaid++;
      } else {
        TrialRecord.Hardware counted = counted(forks.count(trial));
        store.keep(trial, counted);
        if (counted.why() != null) {
          failed.add(trial.id() + ": " + counted.why());
        }
      }
    }
    if (unpaid > 0) {
      progress.note(
          "The budget did not pay for the processor's events of %d trials.".formatted(unpaid));
    }
    if (!failed.isEmpty()) {
      progress.note(
          "The processor's events of %d trials could not be counted, the first of them %s"
              .formatted(failed.size(), failed.getFirst()));
    }
  }

  private static TrialRecord.Hardware counted(ForkRunner.Ended ended) {
    return switch (ended) {
      case ForkRunner.Measured(var result, TrialRecord.Fork _) -> {
        Map<String, Double> perOp = new TreeMap<>();
        result.getSecondaryResults().forEach((name, each) -> add(perOp, name, each));
        yield new TrialRecord.Hardware(perOp, perOp.isEmpty() ? "no events were counted" : null);
      }
      case ForkRunner.Failed(TrialRecord.Failure failure, String _) ->
          new TrialRecord.Hardware(Map.of(), failure.message());
    };
  }

  /** A benchmark's own counts are no events. */
  private static void add(Map<String, Double> perOp, String name, Result<?> each) {
    boolean event = each.getScoreUnit().endsWith("/op") || each.getScoreUnit().contains("insn");
    if (event && Double.isFinite(each.getScore())) {
      perOp.put(name, each.getScore());
    }
  }
}
