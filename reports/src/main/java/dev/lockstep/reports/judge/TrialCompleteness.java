/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Holds what was measured against the planned trials: each owes its entry, the forks that make a
 * price, its notes and its flame graph. What is missing for the same cause is told in one sentence.
 * What a budget did not reach is owed by the heart alone.
 */
final class TrialCompleteness {
  private final RunData data;
  private final Plan plan;
  private final Reasons reasons;

  private TrialCompleteness(RunData data, Reasons reasons) {
    this.data = data;
    this.plan = data.plan();
    this.reasons = reasons;
  }

  static void check(RunData data, Reasons reasons) {
    TrialCompleteness check = new TrialCompleteness(data, reasons);
    check.prices();
    check.failures();
    check.profiles();
  }

  private void prices() {
    if (data.prices() != null) {
      missing(
          "jmh.json",
          trial ->
              !data.prices().containsKey(trial.key())
                  && !data.damagedPrices().contains(trial.key()));
      List<String> few = new ArrayList<>();
      for (Plan.Trial trial : plan.trials()) {
        JmhResult result = data.prices().get(trial.key());
        if (result != null && !failed(trial) && result.raw().size() < trial.leastForks()) {
          few.add(
              "%s has %s of %s"
                  .formatted(Quoted.name(trial.id()), result.raw().size(), trial.leastForks()));
        }
      }
      if (!few.isEmpty()) {
        reasons.incomplete(
            "jmh.json: %s with fewer forks than make a price (%s); %s."
                .formatted(Reasons.count(few.size(), "trial"), Reasons.named(few), Fault.AGAIN));
      }
    }
    missing(
        "trials",
        trial ->
            !data.trials().containsKey(trial.id()) && !data.damagedTrials().contains(trial.id()));
    List<String> without =
        plan.trials().stream()
            .filter(trial -> trial.isOfLatencies() && lacksLatencies(data.trials().get(trial.id())))
            .map(Plan.Trial::id)
            .toList();
    if (!without.isEmpty()) {
      reasons.incomplete(
          "trials: %s without the percentiles of a fork (%s); %s."
              .formatted(
                  Reasons.count(without.size(), "trial"), Reasons.named(without), Fault.AGAIN));
    }
  }

  private static boolean lacksLatencies(TrialRecord record) {
    return record != null
        && record.measured()
        && record.counting().stream().anyMatch(fork -> fork.latency() == null);
  }

  private void missing(String file, Predicate<Plan.Trial> lacks) {
    List<String> ids =
        plan.trials().stream()
            .filter(trial -> !failed(trial) && lacks.test(trial))
            .map(Plan.Trial::id)
            .toList();
    if (!ids.isEmpty()) {
      reasons.incomplete(
          "%s: %s without a result (%s); %s."
              .formatted(
                  file,
                  Reasons.count(ids.size(), "planned trial"),
                  Reasons.named(ids),
                  Fault.AGAIN));
    }
  }

  private boolean failed(Plan.Trial trial) {
    TrialRecord record = data.trials().get(trial.id());
    return record != null && !record.measured();
  }

  private void failures() {
    Map<String, List<String>> byCause = new LinkedHashMap<>();
    for (Plan.Trial trial : plan.trials()) {
      if (failed(trial)) {
        TrialRecord.Failure failure = data.trials().get(trial.id()).failure();
        String message = Words.stop(Quoted.name(failure.message()));
        if (failure.kind().equals("WRONG_RESULT")) {
          reasons.broken("%s gave a wrong result: %s".formatted(Quoted.name(trial.id()), message));
        } else if (trial.heart()
            || !plan.evidence() // a plan that is to show that all runs owes all
            || !data.trials().get(trial.id()).isOutOfBudget()) {
          byCause
              .computeIfAbsent(failure.kind() + "): " + message, cause -> new ArrayList<>())
              .add(trial.id());
        }
      }
    }
    byCause.forEach(
        (cause, ids) ->
            reasons.incomplete(
                ids.size() == 1
                    ? "%s failed (%s".formatted(Quoted.name(ids.get(0)), cause)
                    : "%d trials failed, %s (%s".formatted(ids.size(), Reasons.named(ids), cause)));
  }

  private void profiles() {
    Map<String, List<String>> byCause = new TreeMap<>();
    for (Plan.Trial trial : plan.trials()) {
      TrialRecord record = data.trials().get(trial.id());
      if (record != null && record.measured()) {
        String cause = profileFault(trial, record.profile());
        if (cause != null) {
          byCause.computeIfAbsent(cause, c -> new ArrayList<>()).add(trial.id());
        }
      }
    }
    byCause.forEach(
        (cause, ids) ->
            reasons.incomplete(
                "flames: %s without flame graph, %s (%s); %s."
                    .formatted(
                        Reasons.count(ids.size(), "trial"),
                        cause,
                        Reasons.named(ids),
                        Fault.AGAIN)));
  }

  /** The first graph that is owed and not there; on a machine that cannot profile none is owed. */
  private static String profileFault(Plan.Trial trial, TrialRecord.Profile profile) {
    if (profile == null) {
      return "none was recorded";
    }
    return switch (profile.status()) {
      case "RECORDED" ->
          trial.flames().stream()
              .map(profile::faultOf)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      case "FAILED" -> "the profiler failed: " + Quoted.name(profile.why());
      default -> null;
    };
  }
}
