/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.SectionEntry.role;

import dev.lockstep.reports.judge.SectionEntry.CellEntry;
import dev.lockstep.reports.judge.SectionEntry.TableEntry;
import dev.lockstep.reports.run.Quoted;
import java.util.List;
import java.util.Set;

/** What a unit of concurrency costs: to start, to hand a value to, to keep. */
final class UnitSection {
  /** Of which a reader wants to know how many times the first costs the second. */
  private static final Set<List<String>> PAIRS =
      Set.of(
          List.of("VIRTUAL", "CALL"),
          List.of("POOLED", "CALL"),
          List.of("PLATFORM", "POOLED"),
          List.of("PLATFORM", "VIRTUAL"),
          List.of("PROCESS", "PLATFORM"),
          List.of("JVM", "PROCESS"));

  static final SectionEntry ENTRY =
      new SectionEntry(
          "units",
          "What a unit costs",
          "to start, to hand a value to, to keep",
          "what a unit of concurrency costs",
          List.of(
              TableEntry.of("Starting it and waiting for its end", "unit", role("SPAWN"))
                  .hint("the work itself is none")
                  .cells(
                      CellEntry.metric("time", "time"),
                      CellEntry.metric("CPU", "cpu"),
                      CellEntry.metric("bytes", "bytes")),
              TableEntry.of(
                      "Handing a value over: there and back through a chain",
                      "link",
                      role("HANDOFF"))
                  .hint("time of the round trip; below: of one hop, and switches of context")
                  .named(UnitSection::thread)
                  .columns(
                      each -> each.at("depth"),
                      depth -> depth.equals("1") ? "1 party" : depth + " parties",
                      CellEntry.amount(
                          "",
                          each -> each.amount("time"),
                          each -> Words.amount(hop(each), "ns") + " a hop",
                          each ->
                              each.amount("switches") == null
                                  ? ""
                                  : Words.figure(each.amount("switches").value()) + " switches"))
                  .sortedBy(UnitSection::hop)
                  .drawn("parties in the chain", "time of the round trip", true, true),
              TableEntry.of("Keeping it: bytes per parked thread", "unit", role("FOOTPRINT"))
                  .hint(
                      "one JVM per figure; set aside and backed by memory as the JVM counts it"
                          + " (native memory tracking), live heap, growth of the process as the"
                          + " system counts it")
                  .named(UnitSection::parked)
                  .cells(
                      bytes("set aside", "reservedBytes"),
                      bytes("backed by memory", "committedBytes"),
                      bytes("heap", "heapBytes"),
                      bytes("whole process", "rssBytes"))
                  .sortedBy(each -> 0)),
          List.of(
              new PairRule(
                  "start",
                  "What starting costs",
                  role("SPAWN"),
                  (one, other) ->
                      one.isBeside(other, "kind")
                          && PAIRS.contains(List.of(one.kind(), other.kind())),
                  each -> "",
                  Measured::time,
                  (one, other) -> one.kind() + " %s " + other.kind()),
              new BestRule(
                  "handoff",
                  "Who hands over fastest",
                  each ->
                      each.is("HANDOFF")
                          && each.at("depth").equals("1")
                          && !each.kind().equals("CALL"),
                  each -> "",
                  Measured::time,
                  each -> each.kind() + (thread(each).isEmpty() ? "" : ", " + thread(each)),
                  each -> each.amount("time"))),
          List.of(
              "The 8 MB of the Python chapter are the limit of a stack under Linux, addresses and"
                  + " no memory; what Java sets aside for a thread stands in the table, and the"
                  + " system backs only the pages that were touched."));

  private UnitSection() {}

  /** The way there and back has two hops per party. */
  private static double hop(Measured each) {
    return each.amount("time").value() / (2 * Math.max(1, each.number("depth", 1)));
  }

  private static String thread(Measured each) {
    return switch (each.at("thread")) {
      case "PLATFORM" -> "platform threads";
      case "VIRTUAL" -> "virtual threads";
      default -> "";
    };
  }

  private static String parked(Measured each) {
    String stack = each.at("stackKilobytes");
    return Words.count((long) each.number("count", 0))
        + " parked"
        + (stack.isEmpty() || stack.equals("0") ? "" : ", stack of " + Quoted.name(stack) + " kB");
  }

  private static CellEntry bytes(String title, String counted) {
    return CellEntry.amount(title, each -> each.counted(counted, "threads", "B"));
  }
}
