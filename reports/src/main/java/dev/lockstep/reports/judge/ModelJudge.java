/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.ModelResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the model checker found against what it should have found. */
final class ModelJudge {
  private final RunData data;
  private final Reasons reasons;
  private final List<String> absent = new ArrayList<>();
  private final Map<String, List<String>> failed = new TreeMap<>();

  private ModelJudge(RunData data, Reasons reasons) {
    this.data = data;
    this.reasons = reasons;
  }

  /** Returns the planned models in the order of the plan, and adds what speaks against the run. */
  static List<Model> judge(RunData data, Reasons reasons) {
    ModelJudge judge = new ModelJudge(data, reasons);
    List<Model> models = new ArrayList<>();
    for (Plan.Model planned : data.plan().models()) {
      ModelResult result = data.models() == null ? null : data.models().results().get(planned.id());
      models.add(result == null ? judge.missing(planned) : judge.model(planned, result));
    }
    judge.tellMissingAndFailed();
    return models;
  }

  private Model missing(Plan.Model planned) {
    boolean notReached = data.plan().evidence() && data.modelsRanOutOfBudget();
    if (!notReached && data.models() != null && !data.models().damaged().contains(planned.id())) {
      absent.add(planned.id());
    }
    return new Model(
        planned.checker(),
        planned.id(),
        planned.construct(),
        planned.name(),
        planned.mutates(),
        planned.bug(),
        planned.scenario(),
        planned.expect(),
        notReached ? "NOT_REACHED" : "MISSING",
        false,
        null,
        null,
        null,
        null,
        null,
        notReached
            ? "not reached in the budget; give more with -Dbudget"
            : data.models() == null
                ? "models.json could not be read"
                : "planned, but no valid result");
  }

  private Model model(Plan.Model planned, ModelResult result) {
    boolean expected = result.outcome().equals(planned.holds() ? "NOTHING_FOUND" : "BROKEN");
    tell(planned, result);
    return new Model(
        planned.checker(),
        planned.id(),
        planned.construct(),
        planned.name(),
        planned.mutates(),
        planned.bug(),
        planned.scenario(),
        planned.expect(),
        result.outcome(),
        expected && !exploredNothing(result),
        result.interleavings(),
        result.exhausted(),
        result.seconds(),
        result.witness() == null ? null : result.file(),
        result.witness(),
        why(planned, result));
  }

  private static boolean exploredNothing(ModelResult result) {
    return result.outcome().equals("NOTHING_FOUND") && result.interleavings() == 0;
  }

  private void tell(Plan.Model planned, ModelResult result) {
    String id = Quoted.name(planned.id());
    if (result.outcome().equals("FAILED")) {
      failed.computeIfAbsent(result.message(), cause -> new ArrayList<>()).add(planned.id());
    } else if (exploredNothing(result)) {
      reasons.incomplete(
          "models.json: model %s explored no interleaving, which shows nothing; %s."
              .formatted(id, Fault.AGAIN));
    } else if (planned.holds() && result.outcome().equals("BROKEN")) {
      reasons.broken(
          "%s is broken under sequential consistency: %s%s."
              .formatted(
                  id.equals(Quoted.name(planned.subject()))
                      ? id
                      : Quoted.name(planned.subject()) + " (model " + id + ")",
                  wrong(result),
                  result.file() == null ? "" : ", see " + Quoted.name(result.file())));
    } else if (!planned.holds() && result.outcome().equals("NOTHING_FOUND")) {
      reasons.incomplete(
          "models.json: %s did not find the bug of %s%s in %s; where it finds no known"
                  .formatted(
                      name(planned),
                      id,
                      planned.bug() == null ? "" : " (" + Quoted.name(planned.bug()) + ")",
                      interleavings(planned, result))
              + " bug it would find no other, let it explore more.");
    }
  }

  private void tellMissingAndFailed() {
    if (!absent.isEmpty()) {
      reasons.incomplete(
          "models.json: %s without a result (%s); %s."
              .formatted(
                  Reasons.count(absent.size(), "planned model"),
                  Reasons.named(absent),
                  Fault.AGAIN));
    }
    failed.forEach(
        (cause, ids) ->
            reasons.incomplete(
                "models.json: the checker failed on %s: %s"
                    .formatted(Reasons.named(ids), Words.stop(Quoted.name(cause)))));
  }

  private static String why(Plan.Model planned, ModelResult result) {
    return switch (result.outcome()) {
      case "NOTHING_FOUND" ->
          "no violation in %s%s%s"
              .formatted(
                  interleavings(planned, result),
                  result.exhausted() ? ", which are all" : "",
                  planned.holds() ? "" : ", though there is one");
      case "BROKEN" -> wrong(result);
      default -> Quoted.name(result.message());
    };
  }

  private static String wrong(ModelResult result) {
    return result.witness() == null
        ? "a violation was found"
        : Quoted.name(result.witness().wrong());
  }

  private static String name(Plan.Model planned) {
    return planned.checker().equals("FRAY") ? "Fray" : "the model checker";
  }

  private static String interleavings(Plan.Model planned, ModelResult result) {
    String one = planned.checker().equals("FRAY") ? " schedule" : " interleaving";
    return Words.count(result.interleavings()) + one + (result.interleavings() == 1 ? "" : "s");
  }
}
