/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the races: in how many samples each JVM configuration showed what must be observed. */
final class RaceViews {
  private static final int FULL = 90;

  private RaceViews() {}

  /** Returns the table, or null if no race gave samples. */
  static RaceView of(Report report) {
    Map<String, String> labels = new HashMap<>();
    for (Plan.Construct construct : report.constructs()) {
      labels.put(construct.id(), Quoted.name(construct.label()));
    }
    List<Proof> races = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    long samples = 0;
    for (Proof proof : report.proofs()) {
      if (proof.planned() && !proof.twin() && !proof.forbids() && proof.samples() > 0) {
        races.add(proof);
        samples += proof.samples();
        proof.configurations().forEach(each -> names.add(each.name()));
      }
    }
    if (races.isEmpty()) {
      return null;
    }
    double most = 0;
    for (Proof race : races) {
      most = Math.max(most, race.observed() / (double) race.samples());
    }
    List<RaceView.Row> rows = new ArrayList<>();
    for (Proof race : races) {
      List<String> shares = new ArrayList<>();
      for (String name : names) {
        double share = share(race, name);
        shares.add(Double.isNaN(share) ? "–" : Words.percent(share));
      }
      double all = race.observed() / (double) race.samples();
      rows.add(
          new RaceView.Row(
              last(race.test()),
              labels.getOrDefault(race.construct(), ""),
              shares,
              (int) Math.round(most == 0 ? 0 : FULL * all / most)));
    }
    List<String> columns = names.stream().map(Quoted::name).toList();
    return new RaceView(columns, rows, note(report, races.get(0), samples));
  }

  private static String last(String test) {
    String simple = Words.simple(test);
    return simple.substring(simple.lastIndexOf('.') + 1);
  }

  private static String note(Report report, Proof race, long samples) {
    long exact = 0;
    boolean clean = true;
    for (Proof proof : report.proofs()) {
      if (proof.planned() && proof.forbids() && sameFamily(proof, race)) {
        // What is held saw nothing either, but might not have seen it had it been there.
        exact += proof.status() == Status.PROVEN ? proof.samples() : 0;
        clean &= proof.status() != Status.BROKEN;
      }
    }
    String machine =
        report.coverage().arch() == null
            ? ""
            : ", %s, %s CPUs".formatted(report.coverage().arch(), report.coverage().cores());
    String locked =
        exact == 0 || !clean
            ? ""
            : " Under a lock or done atomically: none in %s.".formatted(Figures.samples(exact));
    return Figures.samples(samples) + " samples" + machine + "." + locked;
  }

  private static boolean sameFamily(Proof a, Proof b) {
    return a.construct() != null
        && b.construct() != null
        && a.construct().split(":", 2)[0].equals(b.construct().split(":", 2)[0]);
  }

  private static double share(Proof race, String configuration) {
    for (Configuration each : race.configurations()) {
      if (each.name().equals(configuration) && each.samples() > 0) {
        long seen = 0;
        for (String id : race.mustObserve().keySet()) {
          seen += each.outcomes().getOrDefault(id, 0L);
        }
        return seen / (double) each.samples();
      }
    }
    return Double.NaN;
  }
}
