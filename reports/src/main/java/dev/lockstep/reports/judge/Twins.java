/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of each planned twin how soon it was caught, and how much rests on that. */
final class Twins {
  private Twins() {}

  /** Returns all that breaks a contract, twins and races, in the order of the plan. */
  static List<Twin> of(RunData data, Map<String, Sightings> sightings) {
    List<Twin> twins = new ArrayList<>();
    for (Plan.Proof planned : data.plan().proofs()) {
      if (planned.breaks() != null) {
        twins.add(twin(data.plan(), planned, sightings.get(planned.test())));
      }
    }
    return twins;
  }

  private static Twin twin(Plan plan, Plan.Proof planned, Sightings seen) {
    Catch first = firstCatch(planned, seen.results());
    long shown = seen.counts(planned.mustObserve()).values().stream().mapToLong(n -> n).sum();
    return new Twin(
        planned.test(),
        planned.contract(),
        planned.breaks(),
        planned.mutates(),
        planned.twinRole() ? planned.bug() : "the race itself",
        seen.showAll(planned.mustObserve()),
        seen.samples(),
        first == null ? null : (Long) first.within(),
        first == null ? null : first.configuration(),
        shown == 0 ? null : (Double) ((double) seen.samples() / shown),
        proofsOn(plan, planned.breaks()));
  }

  /** How many samples it took, at most, until all was seen, and where that was. */
  private record Catch(long within, String configuration) {}

  /** Returns null also if it is not known in which order the results arrived. */
  private static Catch firstCatch(Plan.Proof planned, List<JcstressResult> arrived) {
    Set<String> unseen = new HashSet<>(planned.mustObserve());
    if (unseen.isEmpty() || arrived.isEmpty() || arrived.get(0).order() == 0) {
      return null;
    }
    long samples = 0;
    for (JcstressResult result : arrived) {
      samples += result.samples();
      for (JcstressResult.Outcome each : result.outcomes()) {
        if (each.count() > 0) {
          unseen.remove(each.id());
        }
      }
      if (unseen.isEmpty()) {
        return new Catch(samples, result.configuration());
      }
    }
    return null;
  }

  private static int proofsOn(Plan plan, String contractName) {
    int proofs = 0;
    for (Plan.Proof each : plan.proofs()) {
      proofs +=
          each.proofRole() && each.forbids() && each.contractName().equals(contractName) ? 1 : 0;
    }
    return proofs;
  }
}
