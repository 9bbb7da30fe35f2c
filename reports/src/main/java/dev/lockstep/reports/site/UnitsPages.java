/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Units;
import dev.lockstep.reports.report.Units.Footprint;
import dev.lockstep.reports.report.Units.Handoff;
import dev.lockstep.reports.report.Units.Start;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts what a unit of concurrency costs into the words of the page. */
final class UnitsPages {
  private static final List<String> CORRECTIONS =
      List.of(
          "The 8 MB of the Python chapter are the limit of a stack under Linux, addresses and no"
              + " memory: Java sets aside 1 MB of them for a thread, and the system backs only the"
              + " pages that were touched.");

  private final Report report;
  private final Units units;
  private final Map<String, Price> prices = new HashMap<>();

  private UnitsPages(Report report) {
    this.report = report;
    this.units = report.units();
    report.prices().forEach(price -> prices.put(price.trial(), price));
  }

  /** Returns the page, or null if nothing of it was measured. */
  static UnitsPage of(Report report) {
    UnitsPages pages = new UnitsPages(report);
    Table starts = pages.starts();
    Table handoffs = pages.handoffs();
    Table footprints = pages.footprints();
    return starts == null && handoffs == null && footprints == null
        ? null
        : new UnitsPage(
            Evidence.of(report, report.units().findings()),
            starts,
            handoffs,
            footprints,
            CORRECTIONS);
  }

  private Table starts() {
    List<Start> sorted =
        units.starts().stream()
            .sorted(Comparator.comparingDouble(each -> each.time().nanos()))
            .toList();
    if (sorted.isEmpty()) {
      return null;
    }
    List<Table.Row> rows = new ArrayList<>();
    Start before = null;
    for (Start each : sorted) {
      List<Ledger.Cell> cells = new ArrayList<>();
      cells.add(time(each.time().nanos(), each.time().trial()));
      cells.add(
          before == null
              ? Ledger.Cell.of("", "", "the cheapest")
              : Ledger.Cell.of(
                  Figures.figure(each.time().nanos() / before.time().nanos()) + "×",
                  Quoted.name(before.kind()),
                  ""));
      cells.add(
          Ledger.Cell.of(each.cpuNanos() == null ? "–" : Figures.nanos(each.cpuNanos()), "", ""));
      cells.add(Ledger.Cell.of(each.bytes() == null ? "–" : Figures.figure(each.bytes()), "", ""));
      rows.add(
          new Table.Row(
              Quoted.name(each.label()), Quoted.name(each.kind()), badge(each.construct()), cells));
      before = each;
    }
    return new Table(
        "Starting it and waiting for its end",
        "the work itself is none",
        "unit",
        List.of("time", "times the one above", "CPU", "bytes"),
        rows);
  }

  private Table handoffs() {
    TreeSet<Integer> depths = new TreeSet<>();
    Map<List<String>, Map<Integer, Handoff>> byLink = new LinkedHashMap<>();
    for (Handoff each : units.handoffs()) {
      depths.add(each.depth());
      byLink
          .computeIfAbsent(List.of(each.construct(), each.thread()), key -> new LinkedHashMap<>())
          .put(each.depth(), each);
    }
    if (byLink.isEmpty()) {
      return null;
    }
    List<Map<Integer, Handoff>> sorted = new ArrayList<>(byLink.values());
    sorted.sort(
        Comparator.comparingDouble(
            each -> each.values().stream().mapToDouble(Handoff::hopNanos).min().orElse(0)));
    List<Table.Row> rows = new ArrayList<>();
    for (Map<Integer, Handoff> each : sorted) {
      Handoff any = each.values().iterator().next();
      List<Ledger.Cell> cells = new ArrayList<>();
      for (int depth : depths) {
        cells.add(cell(each.get(depth)));
      }
      String thread =
          switch (any.thread()) {
            case "PLATFORM" -> ", platform threads";
            case "VIRTUAL" -> ", virtual threads";
            default -> "";
          };
      rows.add(
          new Table.Row(
              Quoted.name(any.label()) + thread,
              Quoted.name(any.kind()),
              badge(any.construct()),
              cells));
    }
    return new Table(
        "Handing a value over: there and back through a chain",
        "time of the round trip; small: of one hop, and switches of context per round trip",
        "link",
        depths.stream().map(n -> n == 1 ? "1 party" : n + " parties").toList(),
        rows);
  }

  private Ledger.Cell cell(Handoff each) {
    if (each == null) {
      return Ledger.Cell.of("", "", "not measured");
    }
    String switches =
        each.switches() == null ? "" : " · " + Figures.figure(each.switches()) + " switches";
    return new Ledger.Cell(
        Figures.nanos(each.time().nanos()),
        Figures.nanos(each.hopNanos()) + " a hop" + switches,
        Quoted.name(each.trial()),
        LedgerViews.flame(prices.get(each.trial())));
  }

  private Table footprints() {
    if (units.footprints().isEmpty()) {
      return null;
    }
    List<Table.Row> rows = new ArrayList<>();
    for (Footprint each : units.footprints()) {
      String stack =
          each.stackKilobytes() == 0 ? "" : ", stack of " + each.stackKilobytes() + " kB";
      rows.add(
          new Table.Row(
              Figures.count(each.count()) + " parked" + stack,
              Quoted.name(each.kind()),
              badge(each.construct()),
              List.of(
                  bytes(each.reserved(), each.trial()),
                  bytes(each.committed(), null),
                  bytes(each.heap(), null),
                  bytes(each.rss(), null))));
    }
    rows.add(note("a running thread", "8 MB", 0));
    rows.add(note("a living coroutine", "< 1 kB", 2));
    return new Table(
        "Keeping it: bytes per parked thread",
        "one JVM per figure; set aside and backed by memory as the JVM counts it (native memory"
            + " tracking), live heap, growth of the process as the system counts it",
        "unit",
        List.of("set aside", "backed by memory", "heap", "whole process"),
        rows);
  }

  private static Table.Row note(String what, String claimed, int column) {
    List<Ledger.Cell> cells = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cells.add(Ledger.Cell.of(i == column || (column == 0 && i == 1) ? claimed : "", "", ""));
    }
    return new Table.Row("the Python chapter says", what, new Badge("none", "claimed", ""), cells);
  }

  private Ledger.Cell bytes(Double bytes, String trial) {
    return new Ledger.Cell(
        bytes != null && bytes == 0 ? "0" : Words.bytes(bytes),
        "",
        trial == null ? "" : Quoted.name(trial),
        trial == null ? null : LedgerViews.flame(prices.get(trial)));
  }

  private Ledger.Cell time(double nanos, String trial) {
    return new Ledger.Cell(
        Figures.nanos(nanos), "", Quoted.name(trial), LedgerViews.flame(prices.get(trial)));
  }

  private Badge badge(String construct) {
    for (Plan.Construct each : report.constructs()) {
      if (each.id().equals(construct)) {
        return Badge.of(report, each);
      }
    }
    return new Badge("none", "not planned", "");
  }
}
