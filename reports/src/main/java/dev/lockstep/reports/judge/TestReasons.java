/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells which stress tests speak against a run; those with the same cause in one sentence. */
final class TestReasons {
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
    tests.tellInconclusive();
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

  private void tellInconclusive() {
    inconclusive.forEach(
        (why, names) ->
            reasons.incomplete(
                "%s %s inconclusive: %s."
                    .formatted(Reasons.named(names), names.size() == 1 ? "is" : "are", why)));
  }
}
