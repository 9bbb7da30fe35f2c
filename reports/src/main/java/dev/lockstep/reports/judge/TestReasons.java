/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Held;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells which stress tests speak against a run; those with the same cause in one sentence. */
final class TestReasons {

  private static final Set<Held> EXCUSED = EnumSet.of(Held.NOT_REFUTABLE_HERE, Held.NOT_REACHED);

  private final RunData data;
  private final Reasons reasons;
  private final Map<String, List<String>> inconclusive = new TreeMap<>();

  private TestReasons(RunData data, Reasons reasons) {
    this.data = data;
    this.reasons = reasons;
  }

  static void add(RunData data, List<Proof> proofs, List<Exhibit> exhibits, Reasons reasons) {
    TestReasons tests = new TestReasons(data, reasons);
    List<String> noProof = new ArrayList<>();
    for (Proof proof : proofs) {
      if (proof.planned()) {
        tests.add(proof.test(), proof.status(), proof.why(), noProof);
      }
    }
    List<String> noExhibit = new ArrayList<>();
    for (Exhibit exhibit : exhibits) {
      tests.add(exhibit.test(), exhibit.status(), exhibit.why(), noExhibit);
    }
    tests.tellAbsent("planned proof", noProof);
    tests.tellAbsent("planned exhibit", noExhibit);
    tests.tellByReason(tests.inconclusive, "inconclusive");
    if (data.plan().evidence()) {
      tests.tellHeld(proofs.stream().filter(Proof::owed).toList());
    }
  }

  private void add(String test, Status status, String why, List<String> absent) {
    String name = Words.simple(test);
    if (status == Status.BROKEN) {
      reasons.broken("%s is broken: %s.".formatted(name, why));
    } else if (status == Status.NOT_RUN) {
      absent.add(name);
    } else if (status == Status.INCONCLUSIVE && !data.damagedTests().contains(test)) {
      inconclusive.computeIfAbsent(why, cause -> new ArrayList<>()).add(name);
    }
  }

  private void tellAbsent(String thing, List<String> absent) {
    if (!absent.isEmpty() && data.proofs() != null) {
      reasons.incomplete(
          "jcstress.json: %s without a result (%s); %s."
              .formatted(Reasons.count(absent.size(), thing), Reasons.named(absent), Fault.AGAIN));
    }
  }

  private void tellByReason(Map<String, List<String>> tests, String what) {
    tests.forEach(
        (why, names) ->
            reasons.incomplete(
                "%s %s %s: %s."
                    .formatted(Reasons.named(names), names.size() == 1 ? "is" : "are", what, why)));
  }

  /**
   * What is of the heart has to be proven. Of the others most have to be, but for those that this
   * machine cannot refute or the budget did not reach: that is the fault of no run.
   */
  private void tellHeld(List<Proof> proofs) {
    Map<String, List<String>> heart = new TreeMap<>();
    List<String> others = new ArrayList<>();
    int all = 0;
    for (Proof proof : proofs) {
      all += proof.heart() ? 0 : 1;
      if (proof.status() == Status.HELD && proof.heart()) {
        heart
            .computeIfAbsent(proof.why(), cause -> new ArrayList<>())
            .add(Words.simple(proof.test()));
      } else if (proof.status() == Status.HELD && !EXCUSED.contains(proof.held())) {
        others.add(Words.simple(proof.test()));
      }
    }
    tellByReason(heart, "of the heart and held");
    if (2 * others.size() > all) {
      reasons.incomplete(
          "%s of %s beside the heart are held for want of evidence (%s), more than half; choose a longer plan."
              .formatted(others.size(), Reasons.count(all, "proof"), Reasons.named(others)));
    }
  }
}
