/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sensitivity;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.Quoted;
import java.util.List;
import java.util.Locale;

/** Puts the twins and the sensitivity of a report into words. */
final class TwinViews {
  private static final int EXACT_BELOW = 10;

  private TwinViews() {}

  static TwinsView of(Report report) {
    Sensitivity sensitivity = report.sensitivity();
    List<String> missed =
        sensitivity.missed().stream()
            .map(each -> Words.simple(each.test()) + " (" + Quoted.name(each.bug()) + ")")
            .toList();
    return new TwinsView(
        sensitivity.tried() == 0 ? "" : sensitivity.caught() + " / " + sensitivity.tried(),
        missed,
        report.twins().stream().map(TwinViews::row).toList());
  }

  private static TwinsView.Row row(Twin twin) {
    return new TwinsView.Row(
        Words.simple(twin.test()),
        twin.mutates() == null ? "" : Quoted.name(twin.mutates()),
        Quoted.name(twin.contractName()),
        Quoted.name(twin.bug()),
        Badge.of(twin),
        after(twin),
        Figures.samples(twin.samples()),
        Integer.toString(twin.proofs()));
  }

  private static String after(Twin twin) {
    String often = twin.oneIn() == null ? "" : "about 1 in " + rate(twin.oneIn());
    if (twin.caughtWithin() == null) {
      return often;
    }
    return "within %s samples, in %s; %s"
        .formatted(Figures.samples(twin.caughtWithin()), Quoted.name(twin.caughtIn()), often);
  }

  private static String rate(double oneIn) {
    return oneIn < EXACT_BELOW ? String.format(Locale.ROOT, "%.1f", oneIn) : Figures.rounded(oneIn);
  }
}
