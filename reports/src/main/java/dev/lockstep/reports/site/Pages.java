/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Verdict;
import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts a report into the words of the page. */
final class Pages {
  private static final int SHORT_COMMIT = 7;

  private Pages() {}

  static Page of(Report report, String style, String script) {
    SweepViews sweeps = new SweepViews(report);
    List<Ledger.ProofRow> proofs = new ArrayList<>();
    List<Ledger.ProofRow> twins = new ArrayList<>();
    for (Proof proof : report.proofs()) {
      (proof.twinRole() ? twins : proofs).add(row(proof));
    }
    return new Page(
        head(report),
        needs(report),
        new LedgerViews(report).all(),
        proofs,
        sweeps.all(),
        RaceViews.of(report),
        report.experiments().stream().map(each -> sensors(report, each)).toList(),
        report.claims().stream().map(Pages::claim).toList(),
        twins,
        machine(report),
        sweeps.chartJson(),
        style,
        script);
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
    report.reasons().forEach(reason -> needs.add(new Page.Need(style, reason)));
    Map<String, List<String>> leftOut = new TreeMap<>();
    for (Plan.LeftOut out : report.coverage().notRun()) {
      String name = out.kind().equals("PROOF") ? Words.simple(out.id()) : Quoted.name(out.id());
      leftOut.computeIfAbsent(out.why(), why -> new ArrayList<>()).add(name);
    }
    leftOut.forEach(
        (why, names) ->
            needs.add(
                new Page.Need(
                    "",
                    "Not run here: " + String.join(", ", names) + " (" + Quoted.name(why) + ").")));
    report.notes().forEach(note -> needs.add(new Page.Need("", note)));
    return needs;
  }

  private static Ledger.ProofRow row(Proof proof) {
    return new Ledger.ProofRow(
        Words.simple(proof.test()),
        Quoted.name(proof.contractName()),
        proof.twin() == null ? "" : Words.simple(proof.twin()),
        Badge.of(proof),
        Figures.count(proof.samples()),
        proof.why());
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

  private static Page.ClaimRow claim(Claim claim) {
    String style =
        switch (claim.verdict()) {
          case "HOLDS" -> "ok";
          case "REFUTED" -> "no";
          default -> "none";
        };
    return new Page.ClaimRow(
        claim.claim(),
        claim.seed(),
        claim.here(),
        style,
        claim.verdict().toLowerCase(Locale.ROOT),
        claim.why(),
        claim.evidence());
  }

  private static List<Page.Fact> machine(Report report) {
    List<Page.Fact> facts = new ArrayList<>();
    if (report.environment() != null) {
      Environment.Machine start = report.environment().start();
      String vm =
          start.virtualMachine().isEmpty() ? "" : ", virtual machine " + start.virtualMachine();
      facts.add(
          new Page.Fact(
              "CPU",
              List.of(
                  "%s, %s cores, %s%s".formatted(start.cpu(), start.cores(), start.arch(), vm))));
      facts.add(
          new Page.Fact(
              "System",
              List.of(
                  "%s %s%s"
                      .formatted(
                          start.os(),
                          start.kernel(),
                          start.memoryBytes() == null
                              ? ""
                              : ", "
                                  + Figures.rounded(start.memoryBytes() / 1e9)
                                  + " GB memory"))));
      String flags =
          start.jvmFlags().isEmpty() ? "" : ", flags " + String.join(" ", start.jvmFlags());
      facts.add(new Page.Fact("JVM", List.of(Quoted.line(start.jvm() + flags))));
      facts.add(new Page.Fact("Load", List.of(load(report.environment()))));
    }
    List<String> covered = new ArrayList<>();
    if (!report.coverage().configurations().isEmpty()) {
      covered.add(String.join(", ", report.coverage().configurations()));
    }
    if (!report.coverage().statement().isEmpty()) {
      covered.add(report.coverage().statement());
    }
    if (!covered.isEmpty()) {
      facts.add(new Page.Fact("Covered", covered));
    }
    List<String> left =
        report.coverage().notRun().stream()
            .map(out -> Words.simple(out.id()) + ": " + out.why())
            .toList();
    facts.add(new Page.Fact("Not run", left.isEmpty() ? List.of("nothing was left out") : left));
    facts.add(new Page.Fact("Profiles", List.of(profiles(report.profiling()))));
    return facts;
  }

  private static String load(Environment environment) {
    Double start = environment.start().load();
    Double end = environment.end() == null ? null : environment.end().load();
    return (start == null ? "unknown" : Figures.figure(start))
        + " at start, "
        + (end == null ? "unknown" : Figures.figure(end))
        + " at end";
  }

  private static String profiles(Report.Profiling profiling) {
    List<String> parts = new ArrayList<>();
    if (profiling.recorded() > 0) {
      parts.add(
          "%s flame graphs, sampled by %s"
              .formatted(profiling.recorded(), String.join(", ", profiling.engines())));
    }
    if (profiling.unavailable() > 0) {
      parts.add("%s not available: %s".formatted(profiling.unavailable(), profiling.why()));
    }
    return parts.isEmpty() ? "none was recorded" : String.join("; ", parts);
  }
}
