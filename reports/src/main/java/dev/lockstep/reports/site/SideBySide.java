/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A forbidden row: a proof beside the twins that can show it.
 *
 * @param configurations the rows of the table
 * @param tests the proof first
 */
public record SideBySide(
    String outcome, String means, List<String> configurations, List<Side> tests) {

  /**
   * One of these tests.
   *
   * @param href its page, or an empty text for the proof itself and for a twin that has none
   * @param role what kind of a twin it is, or an empty text
   * @param differs the one thing that is different from the proof
   * @param cells sightings and samples, one for each configuration
   * @param gives whether it gives the row power
   */
  public record Side(
      String test,
      String href,
      String role,
      String differs,
      List<String> cells,
      String rate,
      String power,
      boolean gives) {}

  /**
   * Returns one for each forbidden row that a proof names.
   *
   * @param proofs all tests of the report, by name
   */
  static List<SideBySide> of(Proof proof, PlannedTest planned, Map<String, Proof> proofs) {
    List<SideBySide> rows = new ArrayList<>();
    for (PlannedTest.Row row : planned.rows()) {
      String outcome = String.join(" | ", row.outcomes());
      List<Proof.Control> controls =
          proof.controls().stream().filter(each -> each.outcome().equals(outcome)).toList();
      Set<String> names = new LinkedHashSet<>();
      names(proof, names);
      controls.forEach(each -> names(proofs.get(each.twin()), names));
      List<Side> sides = new ArrayList<>();
      sides.add(new Side("this test", "", "", "", cells(proof, row, names), "", "", false));
      for (Proof.Control each : controls) {
        sides.add(side(each, proofs.get(each.twin()), row, names));
      }
      rows.add(
          new SideBySide(
              Words.row(row.outcomes()),
              Quoted.line(row.means()),
              names.stream().map(Quoted::name).toList(),
              sides));
    }
    return rows;
  }

  private static void names(Proof proof, Set<String> names) {
    if (proof != null) {
      proof.configurations().forEach(each -> names.add(each.name()));
    }
  }

  private static Side side(
      Proof.Control control, Proof twin, PlannedTest.Row row, Set<String> names) {
    String widened = control.widened() ? "its window is wider" : "";
    return new Side(
        Words.simple(control.twin()),
        twin == null ? "" : PageName.ofTest(control.twin()),
        control.order() ? "without the memory order" : widened,
        Quoted.line(control.differs()),
        cells(twin, row, names),
        control.rate() == null ? "not run" : Words.oneIn(control.rate()),
        Figures.power(control.power()),
        control.power() != null);
  }

  private static List<String> cells(Proof proof, PlannedTest.Row row, Set<String> names) {
    List<String> cells = new ArrayList<>();
    for (String name : names) {
      String cell = "";
      for (Configuration each : proof == null ? List.<Configuration>of() : proof.configurations()) {
        if (each.name().equals(name) && each.samples() > 0) {
          long seen =
              row.outcomes().stream().mapToLong(id -> each.outcomes().getOrDefault(id, 0L)).sum();
          cell = "%s of %s".formatted(Figures.count(seen), Figures.samples(each.samples()));
        }
      }
      cells.add(cell);
    }
    return cells;
  }
}
