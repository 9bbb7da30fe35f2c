/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.report.Held;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of each planned test what its results are worth; exhibits are judged elsewhere. */
final class ProofJudge {
  private final RunData data;
  private final Map<String, Sightings> sightings;
  private final Twins twins;

  private ProofJudge(RunData data, Map<String, Sightings> sightings, Twins twins) {
    this.data = data;
    this.sightings = sightings;
    this.twins = twins;
  }

  /** Returns every planned proof in the order of the plan, then those that the plan left out. */
  static List<Proof> judge(RunData data, Map<String, Sightings> sightings, Twins twins) {
    ProofJudge judge = new ProofJudge(data, sightings, twins);
    List<Proof> proofs = new ArrayList<>();
    for (PlannedTest planned : data.plan().proofs()) {
      if (!planned.exhibitRole()) {
        proofs.add(judge.proof(planned));
      }
    }
    for (Plan.LeftOut out : data.plan().leftOut()) {
      if (out.kind().equals("PROOF")) {
        proofs.add(judge.leftOut(out));
      }
    }
    return proofs;
  }

  private Proof proof(PlannedTest planned) {
    Sightings seen = sightings.get(planned.test());
    Power power = Power.of(planned, sightings);
    Ruling ruling = rule(planned, seen, power);
    Map<String, Long> orders = new LinkedHashMap<>();
    planned.orders().forEach(row -> orders.put(String.join(" | ", row), seen.count(row)));
    return new Proof(
        planned.construct(),
        planned.test(),
        planned.role(),
        planned.heart(),
        planned.contract(),
        planned.template(),
        true,
        ruling.status(),
        ruling.held(),
        seen.samples(),
        seen.forks(),
        power.least(),
        power.told(),
        seen.outcomes(),
        seen.counts(planned.mustObserve()),
        orders,
        configurations(planned, seen, ruling),
        cores(),
        arch(),
        ruling.why());
  }

  /** No configuration by itself proves that something cannot be seen: it is held with its proof. */
  private static List<Configuration> configurations(
      PlannedTest planned, Sightings seen, Ruling ruling) {
    boolean clean = planned.forbids() && ruling.status() != Status.PROVEN;
    boolean held = planned.proofRole() && ruling.status() == Status.HELD;
    return seen.configurations().stream()
        .map(
            each ->
                held || (clean && each.verdict() == Status.PROVEN) ? each.with(Status.HELD) : each)
        .toList();
  }

  private Proof leftOut(Plan.LeftOut out) {
    return new Proof(
        out.construct(),
        out.id(),
        "PROOF",
        false,
        "",
        "",
        false,
        Status.NOT_RUN,
        null,
        0,
        0,
        null,
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        cores(),
        arch(),
        (out.machine() ? "this machine cannot run it: " : "left out by the plan: ")
            + Quoted.name(out.why()));
  }

  private Ruling rule(PlannedTest planned, Sightings seen, Power power) {
    if (planned.twin() && seen.forbidden() != null) {
      // It is broken on purpose: that it breaks in another way, too, says nothing of a construct.
      return Ruling.held(
          Held.TWIN_NOT_CAUGHT,
          "it showed what its table does not know: %s; give it a row".formatted(seen.forbidden()));
    }
    Ruling ruling = Ruling.ofResults(data, planned, seen);
    if (ruling != null) {
      return ruling;
    }
    if (planned.twin()) {
      return twins.rule(planned);
    }
    return planned.forbids()
        ? ForbidsJudge.rule(planned, seen, power, this::isCut)
        : race(planned, seen);
  }

  private boolean isCut(String test) {
    Sightings seen = sightings.get(test);
    return seen != null && seen.isShort() && data.proofsRanOutOfBudget();
  }

  private Ruling race(PlannedTest planned, Sightings seen) {
    Map<String, Long> mustObserve = seen.counts(planned.mustObserve());
    if (mustObserve.isEmpty()) {
      return Ruling.inconclusive("it names no outcome that must be observed");
    }
    String samples = Words.count(seen.samples());
    List<String> counts = new ArrayList<>();
    for (Map.Entry<String, Long> each : mustObserve.entrySet()) {
      String outcome = Words.outcome(each.getKey());
      if (each.getValue() == 0) {
        String why =
            "outcome %s must be observed and was not seen in %s samples"
                .formatted(outcome, samples);
        // Only a plan that is to be evidence owes a race, and that only of its heart.
        return planned.heart() && data.plan().evidence()
            ? Ruling.inconclusive(why)
            : Ruling.held(Held.RACE_NOT_SEEN, why + "; more samples or more cores may help");
      }
      counts.add("%s seen %s times".formatted(outcome, Words.count(each.getValue())));
    }
    return new Ruling(
        Status.PROVEN, "%s in %s samples".formatted(String.join(", ", counts), samples));
  }

  private Integer cores() {
    Environment environment = data.environment();
    return environment == null ? null : (Integer) environment.start().cores();
  }

  private String arch() {
    return data.environment() == null ? null : data.environment().start().arch();
  }
}
