/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says of each planned exhibit whether it showed what the Memory Model allows. */
final class ExhibitJudge {
  private ExhibitJudge() {}

  /** Returns the planned exhibits in the order of the plan. */
  static List<Exhibit> judge(RunData data, Map<String, Sightings> sightings) {
    List<Exhibit> exhibits = new ArrayList<>();
    for (PlannedTest planned : data.plan().proofs()) {
      if (planned.exhibitRole()) {
        exhibits.add(exhibit(data, planned, sightings.get(planned.test())));
      }
    }
    return exhibits;
  }

  private static Exhibit exhibit(RunData data, PlannedTest planned, Sightings seen) {
    Map<String, Long> mayObserve = seen.counts(planned.mayObserve());
    Ruling ruling = rule(data, planned, seen, mayObserve);
    return new Exhibit(
        planned.construct(),
        planned.test(),
        planned.template(),
        ruling.status(),
        seen.samples(),
        seen.outcomes(),
        mayObserve,
        meanings(planned, seen),
        mayObserve.values().stream().anyMatch(count -> count > 0),
        seen.configurations(),
        ruling.why());
  }

  private static Ruling rule(
      RunData data, PlannedTest planned, Sightings seen, Map<String, Long> mayObserve) {
    Ruling ruling = Ruling.ofResults(data, planned, seen);
    if (ruling != null) {
      return ruling;
    }
    if (mayObserve.isEmpty()) {
      return Ruling.inconclusive("it names no outcome that may be observed");
    }
    List<String> counts = new ArrayList<>();
    mayObserve.forEach(
        (id, n) ->
            counts.add(
                "outcome %s %s"
                    .formatted(
                        Words.outcome(id),
                        n == 0 ? "allowed, not seen" : "seen " + Words.count(n) + " times")));
    return new Ruling(
        Status.ALLOWED,
        "%s in %s samples".formatted(String.join(", ", counts), Words.count(seen.samples())));
  }

  private static Map<String, String> meanings(PlannedTest planned, Sightings seen) {
    Map<String, String> meanings = new TreeMap<>();
    for (JcstressResult result : seen.results()) {
      for (JcstressResult.Outcome each : result.outcomes()) {
        if (planned.mayObserve().contains(each.id())) {
          meanings.putIfAbsent(each.id(), each.description());
        }
      }
    }
    return meanings;
  }
}
