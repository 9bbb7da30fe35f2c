/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.RunInfo;
import dev.lockstep.reports.run.TrialKey;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Holds what was read against the plan. Nothing that is missing, doubled or surplus may go
 * unnoticed, and what is missing for the same cause is told in one sentence.
 */
final class Completeness {
  private final RunData data;
  private final Plan plan;
  private final Reasons reasons;

  private Completeness(RunData data, Reasons reasons) {
    this.data = data;
    this.plan = data.plan();
    this.reasons = reasons;
  }

  static void check(RunData data, Reasons reasons) {
    Completeness check = new Completeness(data, reasons);
    check.plan();
    check.parts();
    check.constructs();
    check.surplus();
    check.prices();
    check.failures();
    check.profiles();
  }

  /** Returns why the plan had to leave out every proof it knows, or null if it did not. */
  private String whyNoProofRuns() {
    if (!plan.proofs().isEmpty()) {
      return null;
    }
    return plan.leftOut().stream()
        .filter(out -> out.kind().equals("PROOF"))
        .map(out -> Quoted.name(out.why()))
        .findFirst()
        .orElse(null);
  }

  private void plan() {
    String whyNone = whyNoProofRuns();
    if (whyNone != null) {
      reasons.incomplete(
          "No proof can run here: a stress test %s; run on a machine that has them."
              .formatted(whyNone));
    } else if (plan.proofs().isEmpty()) {
      reasons.incomplete(
          "planned.json: no proof is planned; nothing is proven by a run that proves nothing, "
              + "choose a plan or filter that selects some.");
    }
    if (plan.trials().isEmpty()) {
      reasons.incomplete(
          "planned.json: no trial is planned; a run without prices is not a whole run, "
              + "choose a plan or filter that selects some.");
    }
    if (data.run() != null && !data.run().plan().equals(plan.name())) {
      reasons.incomplete(
          "planned.json: it is of plan %s but run.json of plan %s; use one directory per plan."
              .formatted(Quoted.name(plan.name()), Quoted.name(data.run().plan())));
    }
    doubled("proof", plan.proofs().stream().map(Plan.Proof::test).toList());
    doubled("trial", plan.trials().stream().map(Plan.Trial::id).toList());
    doubled("construct", plan.constructs().stream().map(Plan.Construct::id).toList());
    Set<TrialKey> keys = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Plan.Trial trial : plan.trials()) {
      if (ids.add(trial.id()) && !keys.add(trial.key())) {
        reasons.incomplete(
            "planned.json: trial %s measures the same as another one; give it other parameters."
                .formatted(Quoted.name(trial.id())));
      }
    }
  }

  private void doubled(String thing, List<String> ids) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        twice.add(id);
      }
    }
    if (!twice.isEmpty()) {
      reasons.incomplete(
          "planned.json: %s stand%s there twice (%s); plan each once."
              .formatted(
                  Reasons.count(twice.size(), thing),
                  twice.size() == 1 ? "s" : "",
                  Reasons.named(List.copyOf(twice))));
    }
  }

  private void parts() {
    if (data.run() == null) {
      return;
    }
    part("jcstress", !plan.proofs().isEmpty());
    part("jmh", !plan.trials().isEmpty());
  }

  private void part(String name, boolean owed) {
    RunInfo.Part part = data.run().parts().get(name);
    if (owed && (part == null || part.end() == null)) {
      reasons.incomplete(
          "run.json: the %s part has not finished; type the same command to go on."
              .formatted(name));
    }
  }

  private void constructs() {
    Set<String> known = new HashSet<>();
    plan.constructs().forEach(each -> known.add(each.id()));
    Set<String> proven = new HashSet<>();
    List<String> strangers = new ArrayList<>();
    for (Plan.Proof proof : plan.proofs()) {
      if (!proof.twinRole()) {
        proven.add(proof.construct());
        if (!known.contains(proof.construct())) {
          strangers.add(Words.simple(proof.test()));
        }
      }
    }
    for (Plan.LeftOut out : plan.leftOut()) {
      if (out.kind().equals("PROOF")) {
        proven.add(out.construct());
      }
    }
    List<String> unproven = known.stream().filter(id -> !proven.contains(id)).toList();
    if (!unproven.isEmpty()) {
      reasons.incomplete(
          "planned.json: %s without any proof (%s); write one test that names it."
              .formatted(Reasons.count(unproven.size(), "construct"), Reasons.named(unproven)));
    }
    if (!strangers.isEmpty()) {
      reasons.incomplete(
          "planned.json: %s of a construct that is not planned (%s); correct the name in the test."
              .formatted(Reasons.count(strangers.size(), "proof"), Reasons.named(strangers)));
    }
    List<String> homeless =
        plan.trials().stream()
            .filter(trial -> trial.construct() != null && !known.contains(trial.construct()))
            .map(Plan.Trial::id)
            .toList();
    if (!homeless.isEmpty()) {
      reasons.incomplete(
          "planned.json: %s of a construct that is not planned (%s); correct the name."
              .formatted(Reasons.count(homeless.size(), "trial"), Reasons.named(homeless)));
    }
  }

  private void surplus() {
    if (data.proofs() != null) {
      Set<String> planned = new HashSet<>();
      plan.proofs().forEach(each -> planned.add(each.test()));
      Set<String> extra = new TreeSet<>();
      for (JcstressResult each : data.proofs()) {
        if (!planned.contains(each.test())) {
          extra.add(each.test());
        }
      }
      surplus("jcstress.json", "test", List.copyOf(extra));
    }
    if (data.prices() != null) {
      Set<TrialKey> planned = new HashSet<>();
      plan.trials().forEach(each -> planned.add(each.key()));
      surplus(
          "jmh.json",
          "entry",
          data.prices().keySet().stream()
              .filter(key -> !planned.contains(key))
              .map(TrialKey::toString)
              .toList());
    }
  }

  private void surplus(String file, String thing, List<String> extra) {
    if (!extra.isEmpty()) {
      String counted =
          thing.equals("entry") && extra.size() > 1
              ? extra.size() + " entries"
              : Reasons.count(extra.size(), thing);
      reasons.incomplete(
          "%s: %s that nothing planned (%s); start again on an empty directory."
              .formatted(file, counted, Reasons.named(extra)));
    }
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
        if (result != null && !failed(trial) && result.raw().size() < trial.forks()) {
          few.add(
              "%s has %s of %s"
                  .formatted(Quoted.name(trial.id()), result.raw().size(), trial.forks()));
        }
      }
      if (!few.isEmpty()) {
        reasons.incomplete(
            "jmh.json: %s with fewer forks than planned (%s); %s."
                .formatted(Reasons.count(few.size(), "trial"), Reasons.named(few), Fault.AGAIN));
      }
    }
    missing(
        "trials",
        trial ->
            !data.trials().containsKey(trial.id()) && !data.damagedTrials().contains(trial.id()));
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
        String message = stop(Quoted.name(failure.message()));
        if (failure.kind().equals("WRONG_RESULT")) {
          reasons.broken("%s gave a wrong result: %s".formatted(Quoted.name(trial.id()), message));
        } else {
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

  private static String stop(String message) {
    return message.endsWith(".") ? message : message + ".";
  }

  private void profiles() {
    Map<String, List<String>> byCause = new TreeMap<>();
    for (Plan.Trial trial : plan.trials()) {
      TrialRecord record = data.trials().get(trial.id());
      if (record != null && record.measured()) {
        String cause = profileFault(record.profile());
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

  private static String profileFault(TrialRecord.Profile profile) {
    if (profile == null) {
      return "none was recorded";
    }
    return switch (profile.status()) {
      case "RECORDED" -> profile.fault();
      case "FAILED" -> "the profiler failed: " + Quoted.name(profile.why());
      default -> null;
    };
  }
}
