/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says of each planned test what its results are worth. */
final class ProofJudge {
  private final RunData data;
  private final Map<String, Sightings> sightings = new LinkedHashMap<>();

  private ProofJudge(RunData data) {
    this.data = data;
    Map<String, List<JcstressResult>> byTest = new LinkedHashMap<>();
    if (data.proofs() != null) {
      for (JcstressResult each : data.proofs()) {
        byTest.computeIfAbsent(each.test(), test -> new ArrayList<>()).add(each);
      }
    }
    for (Plan.Proof planned : data.plan().proofs()) {
      List<JcstressResult> results = byTest.getOrDefault(planned.test(), List.of());
      sightings.putIfAbsent(planned.test(), Sightings.of(planned, results));
    }
  }

  /** Returns every planned proof in the order of the plan, then those that the plan left out. */
  static List<Proof> judge(RunData data) {
    ProofJudge judge = new ProofJudge(data);
    List<Proof> proofs = new ArrayList<>();
    for (Plan.Proof planned : data.plan().proofs()) {
      proofs.add(judge.proof(planned));
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
    Map<String, Long> mustObserve = new TreeMap<>();
    for (String id : planned.mustObserve()) {
      mustObserve.put(id, seen.outcomes().getOrDefault(id, 0L));
    }
    Ruling ruling = rule(planned, seen, mustObserve);
    boolean bounded = planned.forbids() && seen.forbidden() == 0 && seen.samples() > 0;
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
        "left out by the plan: " + Quoted.name(out.why()));
  }

  private record Ruling(Status status, String why) {
    static Ruling inconclusive(String why) {
      return new Ruling(Status.INCONCLUSIVE, why);
    }
  }

  private Ruling rule(Plan.Proof planned, Sightings seen, Map<String, Long> mustObserve) {
    if (seen.forbidden() > 0) {
      return new Ruling(
          Status.BROKEN,
          "%s seen %s times in %s samples, first in %s"
              .formatted(
                  seen.forbiddenWords(),
                  Words.count(seen.forbidden()),
                  Words.count(seen.samples()),
                  Quoted.name(seen.forbiddenIn())));
    }
    if (data.damagedTests().contains(planned.test())) {
      return Ruling.inconclusive("a result of it in jcstress.json is not valid");
    }
    if (seen.results() == 0) {
      return new Ruling(
          Status.NOT_RUN,
          data.proofs() == null ? "jcstress.json could not be read" : "planned, but no result");
    }
    String lack = lack(planned, seen, mustObserve);
    if (lack != null) {
      return Ruling.inconclusive(lack);
    }
    return new Ruling(Status.PROVEN, praise(planned, seen, mustObserve));
  }

  /** Returns the first thing that keeps results without a forbidden outcome from proving. */
  private String lack(Plan.Proof planned, Sightings seen, Map<String, Long> mustObserve) {
    if (seen.shortfall() != null) {
      return seen.shortfall();
    }
    if (seen.samples() < planned.floor() || seen.samples() == 0) {
      return "%s samples, below the floor of %s"
          .formatted(Words.count(seen.samples()), Words.count(planned.floor()));
    }
    if (!planned.forbids() && mustObserve.isEmpty()) {
      return "it names no outcome that must be observed";
    }
    for (Map.Entry<String, Long> each : mustObserve.entrySet()) {
      if (each.getValue() == 0) {
        return "outcome %s must be observed and was not seen in %s samples"
            .formatted(Words.outcome(each.getKey()), Words.count(seen.samples()));
      }
    }
    return planned.forbids() && !planned.twinRole() ? twinLack(planned.twin()) : null;
  }

  private String twinLack(String twin) {
    if (twin == null) {
      return "it has no twin that shows that the test can fail";
    }
    String name = Words.simple(twin);
    for (Plan.Proof each : data.plan().proofs()) {
      if (each.test().equals(twin)) {
        Sightings seen = sightings.get(twin);
        boolean caught =
            !each.mustObserve().isEmpty()
                && each.mustObserve().stream()
                    .allMatch(id -> seen.outcomes().getOrDefault(id, 0L) > 0);
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
