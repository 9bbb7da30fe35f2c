/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.run.JsonView;
import dev.lockstep.reports.run.Quoted;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Tells what was measured of a construct or by a trial, what follows from it, and claims. */
final class ExplainObservations {
  private final PrintWriter out;
  private final String id;
  private int found;

  private ExplainObservations(PrintWriter out, String id) {
    this.out = out;
    this.id = id;
  }

  /** Prints all that is known of an id, and returns how many things that were. */
  static int print(PrintWriter out, JsonView report, String id) {
    ExplainObservations explain = new ExplainObservations(out, id);
    report.list("observations").forEach(explain::observation);
    for (JsonView section : report.list("sections")) {
      section.list("findings").forEach(explain::finding);
    }
    report.list("claims").forEach(explain::claim);
    return explain.found;
  }

  private void observation(JsonView each) {
    if (!id.equals(each.text("construct")) && !id.equals(each.text("trial"))) {
      return;
    }
    found++;
    out.println();
    out.println("Measured by " + Quoted.name(each.text("trial")));
    for (Map.Entry<String, JsonView> metric : each.objects("metrics").entrySet()) {
      JsonView figure = metric.getValue();
      List<Double> interval = figure.numbers("interval");
      Amount amount =
          new Amount(
              figure.number("value"),
              interval.size() < 2 ? null : new Interval(interval.get(0), interval.get(1)),
              figure.text("unit"),
              figure.smallCount("forks"));
      out.println("  %s %s".formatted(Quoted.name(metric.getKey()), Words.amount(amount)));
    }
  }

  private void finding(JsonView finding) {
    String sentence = finding.text("sentence");
    boolean about = id.equals(finding.text("id")) || finding.texts("trials").contains(id);
    if (about && !sentence.isEmpty()) {
      found++;
      out.println("  " + Quoted.line(sentence));
    }
  }

  private void claim(JsonView claim) {
    if (id.equals(claim.text("id"))) {
      found++;
      out.println();
      out.println("Claim: " + Quoted.line(claim.text("claim")));
      out.println("  " + claim.text("verdict") + ": " + Quoted.line(claim.text("why")));
      claim.texts("evidence").forEach(line -> out.println("  " + Quoted.line(line)));
      claim.texts("trials").forEach(trial -> out.println("  decided by " + Quoted.line(trial)));
    }
  }
}
