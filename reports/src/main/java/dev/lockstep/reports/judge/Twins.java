/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Held;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of each twin, and of whatever else stands as a control, how often its bug shows here. */
final class Twins {
  private final Map<String, Sightings> sightings;
  private final Map<String, Named> named = new HashMap<>();

  /** What proofs say of a test that they name as a control. */
  private static final class Named {
    private final Set<List<String>> rows = new LinkedHashSet<>();
    private final Set<String> proofs = new LinkedHashSet<>();
    private boolean order;
  }

  /** A row and how often it was shown. */
  private record Shown(List<String> row, Rate rate, boolean caught) {}

  Twins(Plan plan, Map<String, Sightings> sightings) {
    this.sightings = sightings;
    for (PlannedTest proof : plan.proofs()) {
      for (PlannedTest.Row row : proof.rows()) {
        for (PlannedTest.Control each : row.controls()) {
          Named control = named.computeIfAbsent(each.twin(), twin -> new Named());
          control.rows.add(row.outcomes());
          control.proofs.add(proof.test());
          control.order |= each.order();
        }
      }
    }
  }

  /** Returns all of them in the order of the plan. */
  List<Twin> all(Plan plan) {
    List<Twin> twins = new ArrayList<>();
    for (PlannedTest planned : plan.proofs()) {
      if (planned.twin() || named.containsKey(planned.test())) {
        twins.add(twin(planned, named.getOrDefault(planned.test(), new Named())));
      }
    }
    return twins;
  }

  private Twin twin(PlannedTest planned, Named control) {
    Sightings seen = sightings.get(planned.test());
    Shown best = best(planned);
    String byUse = control.order ? "ORDER" : "CONTROL";
    return new Twin(
        planned.test(),
        planned.twin() ? planned.twinRole() : byUse,
        planned.widened(),
        planned.template(),
        planned.mutates(),
        planned.twin() ? planned.bug() : "the construct itself, as it is shipped",
        best.caught(),
        String.join(" | ", best.row()),
        best.rate().median(),
        seen.forks(),
        seen.samples(),
        control.proofs.size());
  }

  /** Returns of the rows that a test is to show the one that it showed most often. */
  private Shown best(PlannedTest planned) {
    Sightings seen = sightings.get(planned.test());
    Named control = named.get(planned.test());
    if (control == null) {
      // A mutant speaks for itself: it shows how sharp the tests are, also if no proof rests on it.
      Rate rate = seen.rate(planned.mayObserve());
      return new Shown(planned.mayObserve(), rate, planned.mutant() && rate.counts());
    }
    Shown best = null;
    for (List<String> row : control.rows) {
      Rate rate = seen.rate(row);
      Shown shown = new Shown(row, rate, rate.counts());
      best = best == null || better(shown, best) ? shown : best;
    }
    return best;
  }

  private static boolean better(Shown one, Shown other) {
    return one.caught() == other.caught()
        ? one.rate().forks() > 0 && one.rate().median() > other.rate().median()
        : one.caught();
  }

  /** Rules on a twin that gave all its results. */
  Ruling rule(PlannedTest twin) {
    Shown best = best(twin);
    String bug =
        twin.mutates() == null
            ? "its bug (%s)".formatted(Quoted.name(twin.bug()))
            : "the bug that it puts into %s (%s)"
                .formatted(Quoted.name(twin.mutates()), Quoted.name(twin.bug()));
    if (best.caught()) {
      return new Ruling(
          Status.PROVEN,
          "%s showed %s: %s samples, the median of %s"
              .formatted(
                  bug,
                  Words.row(best.row()),
                  Words.oneIn(best.rate().median()),
                  ForbidsJudge.forks(best.rate().forks())));
    }
    boolean asked = twin.mutant() || named.containsKey(twin.test());
    return Ruling.held(
        Held.TWIN_NOT_CAUGHT,
        "%s was not caught here: %s"
            .formatted(
                bug,
                asked
                    ? "%s often enough in %s of %s, %s"
                        .formatted(
                            Words.row(best.row()),
                            best.rate().showing(),
                            ForbidsJudge.forks(best.rate().forks()),
                            ForbidsJudge.shown(best.rate()))
                    : "no proof names it as a control"));
  }
}
