/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.RunInfo;
import dev.lockstep.reports.run.TrialKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the plan against itself, and what was read against the plan. Nothing that is doubled or
 * surplus may go unnoticed, and no construct without anything that speaks for it.
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
  }

  /** Twins and exhibits alone prove nothing. */
  private boolean plansProofs() {
    return plan.proofs().stream().anyMatch(PlannedTest::proofRole);
  }

  /** Returns why the plan had to leave out every proof it knows, or null if it did not. */
  private String whyNoProofRuns() {
    if (plansProofs()) {
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
    } else if (!plansProofs()) {
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
    doubled("proof", plan.proofs().stream().map(PlannedTest::test).toList());
    doubled("trial", plan.trials().stream().map(Plan.Trial::id).toList());
    doubled("model", plan.models().stream().map(Plan.Model::id).toList());
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
    part("models", !plan.models().isEmpty());
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
    Set<String> known = new LinkedHashSet<>();
    plan.constructs().forEach(each -> known.add(each.id()));
    Set<String> covered = new HashSet<>();
    plan.proofs().stream()
        .filter(each -> !each.twin())
        .forEach(each -> covered.add(each.construct()));
    Map<String, String> beyond = new LinkedHashMap<>();
    for (Plan.LeftOut out : plan.leftOut()) {
      if (out.kind().equals("PROOF") && out.machine() && !covered.contains(out.construct())) {
        beyond.put(out.construct(), out.why());
      }
    }
    beyond.remove(null);
    if (!beyond.isEmpty() && plansProofs()) {
      reasons.incomplete(
          "%s cannot be proven on this machine (%s), a stress test %s; run on a larger one."
              .formatted(
                  Reasons.count(beyond.size(), "construct"),
                  Reasons.named(List.copyOf(beyond.keySet())),
                  Quoted.name(beyond.values().iterator().next())));
    }
    plan.leftOut().stream()
        .filter(out -> out.kind().equals("PROOF"))
        .forEach(out -> covered.add(out.construct()));
    // What shares no state can have no race; its answers are checked while it is timed.
    plan.constructs().stream().filter(Plan.Construct::pure).forEach(each -> covered.add(each.id()));
    List<String> bare = known.stream().filter(id -> !covered.contains(id)).toList();
    if (!bare.isEmpty()) {
      reasons.incomplete(
          "planned.json: %s without any proof (%s); write one test that names it."
              .formatted(Reasons.count(bare.size(), "construct"), Reasons.named(bare)));
    }
    List<String> proofs = new ArrayList<>();
    List<String> exhibits = new ArrayList<>();
    List<String> mutants = new ArrayList<>();
    for (PlannedTest each : plan.proofs()) {
      String subject = each.twin() ? each.mutates() : each.construct();
      boolean general = each.twin() && subject == null;
      if (!general && !known.contains(subject)) {
        (each.twin() ? mutants : each.exhibitRole() ? exhibits : proofs)
            .add(Words.simple(each.test()));
      }
    }
    strangers("proof", proofs, " in the test");
    strangers("exhibit", exhibits, " in the test");
    strangers("mutant", mutants, " in the test");
    strangers(
        "model",
        plan.models().stream()
            .filter(model -> !known.contains(model.subject()))
            .map(Plan.Model::id)
            .toList(),
        "");
    Set<String> trials = new HashSet<>();
    plan.trials().forEach(trial -> trials.add(trial.id()));
    List<String> alone =
        plan.trials().stream()
            .filter(trial -> trial.warm() != null && !trials.contains(trial.warm()))
            .map(Plan.Trial::id)
            .toList();
    if (!alone.isEmpty()) {
      reasons.incomplete(
          "planned.json: %s set beside a warm one that is not planned (%s); plan that, too."
              .formatted(Reasons.count(alone.size(), "cold trial"), Reasons.named(alone)));
    }
    strangers(
        "trial",
        plan.trials().stream()
            .filter(trial -> trial.construct() != null && !known.contains(trial.construct()))
            .map(Plan.Trial::id)
            .toList(),
        "");
  }

  private void strangers(String thing, List<String> names, String where) {
    if (!names.isEmpty()) {
      reasons.incomplete(
          "planned.json: %s of a construct that is not planned (%s); correct the name%s."
              .formatted(Reasons.count(names.size(), thing), Reasons.named(names), where));
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
    if (data.models() != null) {
      Set<String> planned = new HashSet<>();
      plan.models().forEach(each -> planned.add(each.id()));
      surplus(
          "models.json",
          "model",
          data.models().results().keySet().stream().filter(id -> !planned.contains(id)).toList());
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
}
