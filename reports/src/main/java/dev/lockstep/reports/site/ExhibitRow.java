/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * One outcome that the Memory Model allows.
 *
 * @param seen how often it was seen, or where it was not
 * @param why what the outcome means
 */
public record ExhibitRow(
    String test,
    String href,
    String construct,
    String outcome,
    Badge badge,
    String seen,
    String why) {

  /** Returns one row per exhibit and outcome that it is about. */
  static List<ExhibitRow> of(Report report) {
    String arch = report.coverage().arch();
    String machine = arch == null ? "this machine" : arch.equals("amd64") ? "x86_64" : arch;
    List<ExhibitRow> rows = new ArrayList<>();
    for (Exhibit exhibit : report.exhibits()) {
      if (exhibit.mayObserve().isEmpty()) {
        rows.add(row(exhibit, "–", Badge.of(exhibit), "–", exhibit.why()));
      }
      exhibit
          .mayObserve()
          .forEach(
              (id, count) ->
                  rows.add(
                      row(
                          exhibit,
                          Words.outcome(id),
                          badge(exhibit, count),
                          seen(exhibit, count, Quoted.name(machine)),
                          exhibit.status() == Status.ALLOWED
                              ? Quoted.line(exhibit.meanings().getOrDefault(id, ""))
                              : exhibit.why())));
    }
    return rows;
  }

  private static ExhibitRow row(
      Exhibit exhibit, String outcome, Badge badge, String seen, String why) {
    return new ExhibitRow(
        Words.simple(exhibit.test()),
        PageName.ofTest(exhibit.test()),
        Quoted.name(exhibit.construct()),
        outcome,
        badge,
        seen,
        why);
  }

  /** Of several outcomes one may be seen and another not. */
  private static Badge badge(Exhibit exhibit, long count) {
    return exhibit.status() == Status.ALLOWED
        ? new Badge("none", Exhibit.words(count > 0), "")
        : Badge.of(exhibit);
  }

  private static String seen(Exhibit exhibit, long count, String machine) {
    if (exhibit.samples() == 0) {
      return "not run";
    }
    return count == 0
        ? "none in " + Figures.samples(exhibit.samples()) + " samples on " + machine
        : Figures.count(count) + " in " + Figures.samples(exhibit.samples()) + " samples";
  }
}
