/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.flame.FlameIndex;
import dev.lockstep.reports.judge.NotRun;
import dev.lockstep.reports.judge.Sections;
import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Verdict;
import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts a report into the words of the page. */
final class Pages {
  private static final int SHORT_COMMIT = 7;
  private static final int NAMED_TRIALS = 8;

  private Pages() {}

  static Page of(Report report, FlameIndex flames) {
    SweepViews sweeps = new SweepViews(report);
    List<Ledger.ProofRow> proofs = new ArrayList<>();
    Set<String> tests = new HashSet<>();
    report.proofs().forEach(each -> tests.add(each.test()));
    for (Proof proof : report.proofs()) {
      if (!proof.twin()) {
        proofs.add(row(proof, tests));
      }
    }
    return new Page(
        head(report),
        needs(report),
        limits(report),
        new LedgerViews(report).all(),
        report.evidence(),
        proofs,
        ExecutorsPages.of(report, sweeps),
        SectionView.of(report),
        unmeasured(report),
        CpythonPage.of(report),
        RaceViews.of(report),
        report.experiments().stream().map(each -> sensors(report, each)).toList(),
        claims(report),
        TwinViews.of(report),
        MatrixViews.of(report),
        ExhibitRow.of(report),
        ModelViews.of(report),
        flames,
        !report.prices().isEmpty(),
        MachineFacts.of(report),
        sweeps.chartJson());
  }

  private static String unmeasured(Report report) {
    List<String> missing = Sections.missing(report.sections());
    return missing.isEmpty() ? "" : "Not measured in this run: " + String.join(", ", missing) + ".";
  }

  static String shortCommit(String commit) {
    String name = Quoted.name(commit);
    return name.length() > SHORT_COMMIT && !name.equals("unknown")
        ? name.substring(0, SHORT_COMMIT)
        : name;
  }

  private static Page.Head head(Report report) {
    String style =
        switch (report.verdict()) {
          case PASS -> report.evidence() ? "pass" : "smoke";
          case BROKEN -> "broken";
          case INCOMPLETE, REGRESSION -> "incomplete";
        };
    String commit = shortCommit(report.commit());
    List<String> meta = new ArrayList<>();
    if (report.start() != null) {
      meta.add(Quoted.name(report.start()).replace('T', ' ').replaceFirst(":[0-9.]+Z$", " UTC"));
    }
    meta.add("commit " + commit + (report.dirty() ? " with changes" : ""));
    meta.add(Words.duration(report.durationSeconds()));
    if (report.resolution() != null && report.evidence()) {
      meta.add(report.resolution().words());
    }
    if (report.environment() != null) {
      Environment.Machine machine = report.environment().start();
      meta.add("JDK " + Quoted.name(machine.jdk()));
      meta.add(machine.cores() + (machine.cores() == 1 ? " core" : " cores"));
    }
    meta.add("regression " + report.regression());
    return new Page.Head(
        "Lockstep · " + report.verdict() + " · " + commit,
        report.verdict().name(),
        style,
        report.sentence(),
        Quoted.name(report.plan()),
        meta);
  }

  private static List<Page.Need> needs(Report report) {
    List<Page.Need> needs = new ArrayList<>();
    String style = report.verdict() == Verdict.BROKEN ? "bad" : "warn";
    report.reasons().forEach(reason -> needs.add(new Page.Need(style, reason, "", List.of())));
    return needs;
  }

  private static List<Page.Need> limits(Report report) {
    List<Page.Need> limits = new ArrayList<>();
    for (NotRun group : NotRun.forWantOfMachine(report.coverage().notRun())) {
      String text = group.head() + String.join(", ", group.first());
      limits.add(
          new Page.Need("", text, "and %d more".formatted(group.rest().size()), group.rest()));
    }
    report.notes().forEach(note -> limits.add(limit(note)));
    return limits;
  }

  /** A sentence about so many figures names them on demand. */
  private static Page.Need limit(String note) {
    int names = note.indexOf(": ");
    if (names < 0 || !Character.isDigit(note.charAt(0))) {
      return new Page.Need("", note, "", List.of());
    }
    return new Page.Need(
        "", note.substring(0, names) + ".", "which", List.of(note.substring(names + 2)));
  }

  private static Ledger.ProofRow row(Proof proof, Set<String> tests) {
    return new Ledger.ProofRow(
        Words.simple(proof.test()),
        proof.planned() ? PageName.anchor(proof.test()) : null,
        PageName.ofTest(proof.test()),
        Quoted.name(proof.template()),
        proof.heart(),
        Badge.of(proof),
        proof.samples() == 0 ? "–" : Figures.count(proof.samples()),
        proof.samples() == 0 ? "–" : Integer.toString(proof.forks()),
        Figures.power(proof.power()),
        proof.controls().stream().map(each -> control(each, tests)).toList(),
        proof.why());
  }

  private static Ledger.Control control(Proof.Control control, Set<String> tests) {
    String role = control.order() ? "sibling: " : control.widened() ? "widened: " : "";
    return new Ledger.Control(
        Quoted.name(control.outcome()),
        Quoted.name(control.means()),
        Words.simple(control.twin()),
        tests.contains(control.twin()) ? PageName.ofTest(control.twin()) : "",
        role + Quoted.name(control.differs()),
        control.rate() == null ? "not run" : Words.oneIn(control.rate()),
        Figures.power(control.power()),
        control.power() != null);
  }

  private static Page.Sensors sensors(Report report, Experiment each) {
    Ledger.Flame flame = null;
    for (Price price : report.prices()) {
      flame = price.trial().equals(each.trial()) ? LedgerViews.flame(price) : flame;
    }
    return new Page.Sensors(
        Quoted.name(each.kind()),
        each.startBarrier() ? "with" : "without",
        Integer.toString(each.shots()),
        each.shotsThatLost() + " of " + each.shots(),
        Figures.rounded(each.smallestFound()) + " of " + Figures.rounded(each.expected()),
        each.shotsThatLost() > 0,
        flame);
  }

  private static List<Page.ClaimRow> claims(Report report) {
    Map<String, Price> prices = new HashMap<>();
    report.prices().forEach(price -> prices.put(price.trial(), price));
    return report.claims().stream().map(claim -> claim(claim, prices)).toList();
  }

  private static Page.ClaimRow claim(Claim claim, Map<String, Price> prices) {
    List<Page.Trial> trials = new ArrayList<>();
    for (String id : claim.trials().subList(0, Math.min(NAMED_TRIALS, claim.trials().size()))) {
      trials.add(new Page.Trial(Quoted.name(id), LedgerViews.flame(prices.get(id))));
    }
    String style =
        switch (claim.verdict()) {
          case "HOLDS" -> "ok";
          case "REFUTED" -> "no";
          case "NEARLY" -> "race";
          default -> "none";
        };
    return new Page.ClaimRow(
        claim.claim(),
        claim.seed(),
        claim.here(),
        style,
        claim.verdict().toLowerCase(Locale.ROOT),
        claim.why(),
        claim.evidence().stream().map(Quoted::line).toList(),
        trials,
        claim.trials().size() - trials.size());
  }
}
