/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Held;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.RunData;

/**
 * A status and why, as half a sentence.
 *
 * @param held why it is held, otherwise null
 */
record Ruling(Status status, Held held, String why) {

  Ruling(Status status, String why) {
    this(status, null, why);
  }

  static Ruling inconclusive(String why) {
    return new Ruling(Status.INCONCLUSIVE, why);
  }

  static Ruling held(Held held, String why) {
    return new Ruling(Status.HELD, held, why);
  }

  /**
   * Rules on what holds for any test, whatever it is for: what it must never show, and what it
   * owes. Returns null if nothing of that speaks against it.
   */
  static Ruling ofResults(RunData data, PlannedTest planned, Sightings seen) {
    if (seen.forbidden() != null) {
      return new Ruling(Status.BROKEN, seen.forbidden());
    }
    if (seen.failed() != null && planned.proofRole()) {
      return new Ruling(Status.BROKEN, "a thread of it threw or did not end: " + seen.failed());
    }
    if (data.damagedTests().contains(planned.test())) {
      return inconclusive("a result of it in jcstress.json is not valid");
    }
    if (seen.isShort() && data.proofsRanOutOfBudget()) {
      String why =
          "the budget ended after %s of its results; give more with -Dbudget"
              .formatted(seen.results().size());
      // What a verdict stands on is owed, and in a plan that is to show that all runs, all is.
      return planned.heart() || !data.plan().evidence()
          ? inconclusive(why)
          : held(Held.NOT_REACHED, why);
    }
    if (seen.results().isEmpty()) {
      return new Ruling(
          Status.NOT_RUN,
          data.proofs() == null ? "jcstress.json could not be read" : "planned, but no result");
    }
    return seen.shortfall() == null ? null : inconclusive(seen.shortfall());
  }
}
