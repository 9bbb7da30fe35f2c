/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays out the proofs that ran by family and JVM configuration. */
final class MatrixViews {
  private MatrixViews() {}

  static List<MatrixView> of(Report report) {
    List<MatrixView> views = new ArrayList<>();
    families(report).forEach((family, proofs) -> views.add(view(Quoted.name(family), proofs)));
    return views;
  }

  /** The proofs that were planned and have results, by family. */
  static Map<String, List<Proof>> families(Report report) {
    Map<String, List<Proof>> families = new LinkedHashMap<>();
    for (Proof proof : report.proofs()) {
      if (proof.planned() && proof.construct() != null && !proof.configurations().isEmpty()) {
        String family = proof.construct().split(":", 2)[0];
        families.computeIfAbsent(family, name -> new ArrayList<>()).add(proof);
      }
    }
    return families;
  }

  private static MatrixView view(String family, List<Proof> proofs) {
    Set<String> names = new LinkedHashSet<>();
    for (Proof proof : proofs) {
      proof.configurations().forEach(each -> names.add(each.name()));
    }
    List<MatrixView.Row> rows = new ArrayList<>();
    for (Proof proof : proofs) {
      List<MatrixView.Cell> cells = new ArrayList<>();
      names.forEach(name -> cells.add(cell(proof, name)));
      rows.add(
          new MatrixView.Row(
              Words.simple(proof.test()), PageName.ofTest(proof.test()), Badge.of(proof), cells));
    }
    return new MatrixView(family, names.stream().map(Quoted::name).toList(), rows);
  }

  private static MatrixView.Cell cell(Proof proof, String name) {
    for (Configuration each : proof.configurations()) {
      if (each.name().equals(name)) {
        return cell(proof, each);
      }
    }
    return null;
  }

  private static MatrixView.Cell cell(Proof proof, Configuration one) {
    String samples = Figures.samples(one.samples());
    String title = title(proof, one);
    if (one.verdict() == Status.BROKEN) {
      return new MatrixView.Cell(samples, "no", "✗", "broken", title);
    }
    if (one.verdict() == Status.PROVEN) {
      return proof.forbids()
          ? new MatrixView.Cell(samples, "ok", "✓", "nothing forbidden seen", title)
          : new MatrixView.Cell(samples, "race", "●", "seen", title);
    }
    if (one.verdict() == Status.HELD) {
      return proof.forbids()
          ? new MatrixView.Cell(samples, "none", "–", "nothing forbidden seen, held", title)
          : new MatrixView.Cell(samples, "none", "○", "not seen", title);
    }
    // A race need not show in every configuration; what did not run is another matter.
    return !proof.forbids() && proof.status() == Status.PROVEN
        ? new MatrixView.Cell(samples, "none", "○", "not seen", title)
        : new MatrixView.Cell(samples, "open", "?", "inconclusive", title);
  }

  private static String title(Proof proof, Configuration one) {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(one.samples()) + " samples");
    if (one.forbidden() > 0) {
      parts.add(Figures.count(one.forbidden()) + " forbidden");
    } else if (one.why() != null) {
      parts.add(one.why());
    }
    if (!proof.forbids() && one.samples() > 0) {
      long seen = 0;
      for (String id : proof.mustObserve().keySet()) {
        seen += one.outcomes().getOrDefault(id, 0L);
      }
      parts.add("race in " + Words.percent(seen / (double) one.samples()));
    }
    if (one.samplesPerSecond() != null) {
      parts.add(Figures.samples(Math.round(one.samplesPerSecond())) + " per second");
    }
    return String.join(", ", parts);
  }
}
