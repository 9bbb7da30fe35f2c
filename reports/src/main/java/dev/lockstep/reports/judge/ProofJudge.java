/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says of each planned test what its results are worth; exhibits are judged elsewhere. */
final class ProofJudge {
  private final RunData data;
  private final Map<String, Sightings> sightings;

  private ProofJudge(RunData data, Map<String, Sightings> sightings) {
    this.data = data;
    this.sightings = sightings;
  }

  /** Returns every planned proof in the order of the plan, then those that the plan left out. */
  static List<Proof> judge(RunData data, Map<String, Sightings> sightings) {
    ProofJudge judge = new ProofJudge(data, sightings);
    List<Proof> proofs = new ArrayList<>();
    for (Plan.Proof planned : data.plan().proofs()) {
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

  private Proof proof(Plan.Proof planned) {
    Sightings seen = sightings.get(planned.test());
    Map<String, Long> mustObserve = seen.counts(planned.mustObserve());
    Ruling ruling = rule(planned, seen, mustObserve);
    boolean bounded = planned.forbids() && seen.forbidden() == null && seen.samples() > 0;
    return new Proof(
        planned.construct(),
        planned.test(),
        planned.contract(),
        planned.contractName(),
        planned.role(),
        true,
        ruling.status(),
        seen.samples(),
        seen.outcomes(),
        mustObserve,
        bounded ? (Double) (3.0 / seen.samples()) : null,
        planned.twin(),
        seen.configurations(),
        cores(),
        arch(),
        ruling.why());
  }

  private Proof leftOut(Plan.LeftOut out) {
    return new Proof(
        out.construct(),
        out.id(),
        "",
        "",
        "PROOF",
        false,
        Status.NOT_RUN,
        0,
        Map.of(),
        Map.of(),
        null,
        null,
        List.of(),
        cores(),
        arch(),
        (out.machine() ? "this machine cannot run it: " : "left out by the plan: ")
            + Quoted.name(out.why()));
  }

  private Ruling rule(Plan.Proof planned, Sightings seen, Map<String, Long> mustObserve) {
    Ruling ruling = Ruling.ofResults(data, planned, seen);
    if (ruling != null) {
      return ruling;
    }
    String lack = lack(planned, mustObserve, seen);
    if (lack == null) {
      return new Ruling(Status.PROVEN, praise(planned, seen, mustObserve));
    }
    return Ruling.inconclusive(planned.twinRole() ? twinWords(planned) + lack : lack);
  }

  /**
   * Returns the first thing that keeps complete results without a forbidden outcome from proving.
   */
  private String lack(Plan.Proof planned, Map<String, Long> mustObserve, Sightings seen) {
    if (!planned.forbids() && mustObserve.isEmpty()) {
      return "it names no outcome that must be observed";
    }
    for (Map.Entry<String, Long> each : mustObserve.entrySet()) {
      if (each.getValue() == 0) {
        return "outcome %s must be observed and was not seen in %s samples"
            .formatted(Words.outcome(each.getKey()), Words.count(seen.samples()));
      }
    }
    return planned.forbids() ? twinLack(planned) : null;
  }

  /** What was not caught is told by its bug, so that no two of them are told as one. */
  private static String twinWords(Plan.Proof twin) {
    return twin.mutates() == null
        ? "its bug (%s) was not caught, ".formatted(Quoted.name(twin.bug()))
        : "the bug that it puts into %s (%s) was not caught, "
            .formatted(Quoted.name(twin.mutates()), Quoted.name(twin.bug()));
  }

  private String twinLack(Plan.Proof proof) {
    if (proof.twin() == null) {
      return "it has no twin that shows that the test can fail";
    }
    String name = Words.simple(proof.twin());
    for (Plan.Proof each : data.plan().proofs()) {
      if (each.test().equals(proof.twin())) {
        if (!proof.contractName().equals(each.breaks())) {
          String what = each.breaks() == null ? "no contract" : "another contract";
          return "its twin " + name + " breaks " + what;
        }
        boolean caught = sightings.get(each.test()).showAll(each.mustObserve());
        return caught ? null : "its twin " + name + " was not caught in this run";
      }
    }
    return "its twin " + name + " is not planned";
  }

  private static String praise(Plan.Proof planned, Sightings seen, Map<String, Long> mustObserve) {
    if (planned.forbids()) {
      return "no forbidden outcome in %s samples, and its twin was caught"
          .formatted(Words.count(seen.samples()));
    }
    List<String> counts = new ArrayList<>();
    mustObserve.forEach(
        (id, n) -> counts.add(Words.outcome(id) + " seen " + Words.count(n) + " times"));
    return "%s in %s samples".formatted(String.join(", ", counts), Words.count(seen.samples()));
  }

  private Integer cores() {
    Environment environment = data.environment();
    return environment == null ? null : (Integer) environment.start().cores();
  }

  private String arch() {
    return data.environment() == null ? null : data.environment().start().arch();
  }
}
