/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.NotRun;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;

/** On which machine a run was made, and what it can speak of. */
final class MachineFacts {
  private MachineFacts() {}

  static List<Page.Fact> of(Report report) {
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
    List<String> priced = report.coverage().priceJvm();
    if (!priced.isEmpty()) {
      facts.add(new Page.Fact("JVM of prices", List.of(Quoted.line(String.join(" ", priced)))));
    }
    List<String> covered = new ArrayList<>();
    if (!report.coverage().configurations().isEmpty()) {
      covered.add(String.join(", ", report.coverage().configurations()));
    }
    if (report.coverage().modelChecker() != null) {
      covered.add(report.coverage().modelChecker() + " under sequential consistency");
    }
    if (!report.coverage().statement().isEmpty()) {
      covered.add(report.coverage().statement());
    }
    if (!covered.isEmpty()) {
      facts.add(new Page.Fact("Covered", covered));
    }
    List<String> left =
        NotRun.grouped(report.coverage().notRun()).stream().map(MachineFacts::leftOut).toList();
    facts.add(new Page.Fact("Not run", left.isEmpty() ? List.of("nothing was left out") : left));
    facts.add(new Page.Fact("Profiles", List.of(profiles(report.profiling()))));
    return facts;
  }

  private static String leftOut(NotRun group) {
    String more = group.rest().isEmpty() ? "" : " and " + group.rest().size() + " more";
    return "%s (%s): %s%s"
        .formatted(group.things(), group.why(), String.join(", ", group.first()), more);
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
