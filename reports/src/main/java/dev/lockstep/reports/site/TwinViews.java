/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sensitivity;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.Quoted;
import java.util.List;

/** Puts the twins and the sensitivity of a report into words. */
final class TwinViews {
  private TwinViews() {}

  static TwinsView of(Report report) {
    Sensitivity sensitivity = report.sensitivity();
    List<String> missed =
        sensitivity.missed().stream()
            .map(
                each ->
                    "%s of %s (%s)"
                        .formatted(
                            Quoted.name(each.name()),
                            Quoted.name(each.mutates()),
                            Quoted.name(each.bug())))
            .toList();
    List<String> opinions =
        sensitivity.mutants().isEmpty()
            ? List.of()
            : sensitivity.mutants().get(0).opinions().stream()
                .map(each -> Words.checker(each.by()))
                .toList();
    return new TwinsView(
        sensitivity.tried() == 0 ? "" : sensitivity.caught() + " / " + sensitivity.tried(),
        missed,
        opinions,
        sensitivity.mutants().stream().map(TwinViews::bug).toList(),
        report.twins().stream().map(TwinViews::row).toList());
  }

  private static TwinsView.Bug bug(Sensitivity.Mutant mutant) {
    return new TwinsView.Bug(
        Quoted.name(mutant.mutates()),
        Quoted.name(mutant.name()),
        Quoted.name(mutant.bug()),
        mutant.opinions().stream().map(Badge::of).toList());
  }

  private static TwinsView.Row row(Twin twin) {
    String role =
        switch (twin.role()) {
          case "MUTANT" -> "mutant";
          case "ORDER" -> "sibling";
          default -> "control";
        };
    return new TwinsView.Row(
        Words.simple(twin.test()),
        PageName.anchor(twin.test()),
        PageName.ofTest(twin.test()),
        twin.mutates() == null ? "" : Quoted.name(twin.mutates()),
        twin.widened() ? role + ", widened" : role,
        Quoted.name(twin.bug()),
        Badge.of(twin),
        rate(twin),
        twin.rate() == null ? "–" : Integer.toString(twin.forks()),
        twin.rate() == null ? "–" : Figures.samples(twin.samples()),
        Integer.toString(twin.proofs()));
  }

  private static String rate(Twin twin) {
    return twin.rate() == null
        ? "–"
        : Quoted.name(twin.outcome()) + ": " + Words.oneIn(twin.rate());
  }
}
