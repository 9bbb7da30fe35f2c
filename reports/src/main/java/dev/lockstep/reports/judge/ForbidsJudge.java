/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Held;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.PlannedTest;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rules on a proof that gave all its results and showed nothing forbidden. That proves something
 * only if the same test would have shown it: the first reason to doubt that holds the proof.
 */
final class ForbidsJudge {
  private final PlannedTest planned;
  private final Sightings seen;
  private final Power power;
  private final Predicate<String> cut;

  private ForbidsJudge(PlannedTest planned, Sightings seen, Power power, Predicate<String> cut) {
    this.planned = planned;
    this.seen = seen;
    this.power = power;
    this.cut = cut;
  }

  /**
   * Rules on one.
   *
   * @param cut whether the budget ended before a test of the plan had all its results
   */
  static Ruling rule(PlannedTest planned, Sightings seen, Power power, Predicate<String> cut) {
    return new ForbidsJudge(planned, seen, power, cut).rule();
  }

  private Ruling rule() {
    if (power.rows().isEmpty()) {
      return held(
          Held.TWIN_NOT_CAUGHT,
          "it names no forbidden row that a twin could show; name what a bug would show");
    }
    for (Power.Row row : power.rows()) {
      Power.Control sibling = unbroken(row);
      if (sibling != null && isCut(sibling)) {
        return notReached(sibling, row);
      }
      if (sibling != null) {
        return held(Held.NOT_REFUTABLE_HERE, unbroken(sibling));
      }
    }
    for (Power.Row row : power.rows()) {
      if (row.control() == null) {
        return uncaught(row);
      }
    }
    if (seen.forks() < planned.leastForks()) {
      return held(
          Held.FORKS, "%s are needed; choose a longer plan".formatted(forks(planned.leastForks())));
    }
    for (List<String> order : planned.orders()) {
      if (seen.count(order) < planned.leastOrders()) {
        return held(
            Held.ORDERS_NOT_MET,
            "its threads met too seldom: %s was seen %s times, and %s are needed; more samples help"
                .formatted(
                    Words.row(order),
                    Words.count(seen.count(order)),
                    Words.count(planned.leastOrders())));
      }
    }
    Power.Row weakest = power.weakest();
    double least = power.by(weakest.control());
    if (least < planned.leastPower()) {
      return held(
          Held.POWER,
          "with %s bug only %s sightings of %s were to be expected, and %s are needed; more samples help"
              .formatted(
                  whose(weakest),
                  Words.atLeast(least),
                  Words.row(weakest.planned().outcomes()),
                  Words.figure(planned.leastPower())));
    }
    return new Ruling(
        Status.PROVEN,
        "0 in %s samples of %s; with %s bug about %s were to be expected"
            .formatted(
                Words.count(seen.samples()),
                forks(seen.forks()),
                whose(weakest),
                Words.count(Math.round(least))));
  }

  private Ruling held(Held why, String but) {
    return Ruling.held(
        why,
        "nothing forbidden in %s samples of %s, but %s"
            .formatted(Words.count(seen.samples()), forks(seen.forks()), but));
  }

  /**
   * Returns the control that was to tell whether this machine can break the order of a row and did
   * not break, or null. One that was not run tells nothing of the machine.
   */
  private static Power.Control unbroken(Power.Row row) {
    if (row.order() && row.control() == null) {
      for (Power.Control each : row.controls()) {
        if (each.planned().order() && each.rate().forks() > 0) {
          return each;
        }
      }
    }
    return null;
  }

  private static String unbroken(Power.Control sibling) {
    return "this machine cannot tell it from %s, which %s (%s); one of weaker memory order may"
        .formatted(
            last(sibling),
            sibling.rate().sightings() == 0
                ? "did not break here either"
                : "broke often enough in %s of %s only"
                    .formatted(sibling.rate().showing(), forks(sibling.rate().forks())),
            shown(sibling.rate()));
  }

  private Ruling uncaught(Power.Row row) {
    String what = Words.row(row.planned().outcomes());
    if (row.controls().isEmpty()) {
      return held(
          Held.TWIN_NOT_CAUGHT, "no twin shows that it could see %s; write one".formatted(what));
    }
    List<Power.Control> some = row.controls().stream().filter(row::canGivePower).toList();
    Power.Control missing = some.stream().filter(this::isCut).findFirst().orElse(null);
    if (missing != null) {
      return notReached(missing, row);
    }
    // One that the plan leaves out says nothing where another one was run.
    Power.Control nearest =
        some.stream().filter(each -> each.rate().forks() > 0).findFirst().orElse(some.get(0));
    if (nearest.rate().forks() == 0) {
      return held(
          Held.TWIN_NOT_CAUGHT,
          "%s, which was to show %s, was not run; run the plan again"
              .formatted(last(nearest), what));
    }
    return held(
        Held.TWIN_NOT_CAUGHT,
        "%s showed %s often enough in %s of %s only, %s%s; more forks may help"
            .formatted(
                last(nearest),
                what,
                nearest.rate().showing(),
                forks(nearest.rate().forks()),
                shown(nearest.rate()),
                row.controls().size() == 1 ? "" : ", and no other control counts"));
  }

  private boolean isCut(Power.Control control) {
    return cut.test(control.planned().twin());
  }

  /** What a verdict stands on is owed whatever the budget, and so is what it is held against. */
  private Ruling notReached(Power.Control control, Power.Row row) {
    return held(
        planned.heart() ? Held.TWIN_NOT_CAUGHT : Held.NOT_REACHED,
        "the budget ended after %s of %s, which was to show %s; give more with -Dbudget"
            .formatted(
                forks(control.rate().forks()), last(control), Words.row(row.planned().outcomes())));
  }

  private static String whose(Power.Row row) {
    return row.control().planned().widened() ? "the widened twin's" : "the twin's";
  }

  private static String last(Power.Control control) {
    return Words.simple(control.planned().twin());
  }

  static String shown(Rate rate) {
    return "%s in %s samples".formatted(Words.count(rate.sightings()), Words.count(rate.samples()));
  }

  static String forks(int n) {
    return Reasons.count(n, "fork");
  }
}
