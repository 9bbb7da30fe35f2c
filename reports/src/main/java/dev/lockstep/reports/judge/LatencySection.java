/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.SectionEntry.role;

import dev.lockstep.reports.judge.SectionEntry.CellEntry;
import dev.lockstep.reports.judge.SectionEntry.TableEntry;
import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.run.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How long single operations took, where prices are means, and how evenly threads got on. */
final class LatencySection {
  /** Fewer samples in a fork say nothing of one operation in a thousand. */
  private static final long ENOUGH = 10_000;

  /** Half of the operations are no longer than so many readings of the clock. */
  private static final double NEAR = 10;

  /** Below it one thread had less than half of what another had. */
  private static final double UNFAIR = 0.5;

  /** A shot ends with its last request, so that nobody keeps a rate to the last digit. */
  private static final double KEEPS = 0.95;

  private static final Set<String> TOLD = Set.of("kind", "arrivals", "workers", "rate", "depth");

  private static final String OF_FORKS = "each figure is the geometric mean of the forks' own; ";

  static final SectionEntry ENTRY =
      new SectionEntry(
          "latency",
          "Latency",
          "single operations, where prices are means",
          "",
          List.of(
              TableEntry.of("One operation after the other", "construct", role("LATENCY"))
                  .hint(
                      OF_FORKS
                          + "whoever waits does not ask meanwhile, so this is how long operations"
                          + " take, not how long a request waits; fairness: operations of the"
                          + " thread with the fewest by those of the one with the most")
                  .cells(
                      CellEntry.text("work", LatencySection::work),
                      CellEntry.amount("p50", each -> each.amount("p50"), LatencySection::clock),
                      CellEntry.metric("p99", "p99"),
                      CellEntry.amount("p99.9", LatencySection::rare, LatencySection::tooFew),
                      CellEntry.metric("longest", "longest"),
                      CellEntry.metric("fairness", "fairness"))
                  .sortedBy(each -> each.estimate("p50").log()),
              TableEntry.of("Requests that arrive at a given rate", "construct", role("OPEN_LOOP"))
                  .hint(
                      OF_FORKS
                          + "from the moment at which a request was to arrive, so that it counts"
                          + " what those before it held up; where the rate was not kept, latencies"
                          + " grow as long as it lasts, and are those of the requests that were"
                          + " sent within twice the time")
                  .cells(
                      CellEntry.amount(
                          "rate asked", each -> each.amount("asked"), each -> workers(each)),
                      CellEntry.metric("rate kept", "kept"),
                      CellEntry.metric("p50", "p50"),
                      CellEntry.metric("p99", "p99"),
                      CellEntry.amount("p99.9", LatencySection::rare, LatencySection::tooFew),
                      CellEntry.metric("longest", "longest"))
                  .sortedBy(each -> each.estimate("asked").log())),
          List.of(
              new LineRule(
                  "fairness",
                  "Where the thread with the fewest operations had less than half of what the one"
                      + " with the most had",
                  role("LATENCY"),
                  each -> each.estimate("fairness"),
                  UNFAIR,
                  "share",
                  each -> each.kind() + ", " + work(each)),
              new LineRule(
                  "rate",
                  "Who does not keep the rate at which requests arrive",
                  role("OPEN_LOOP"),
                  each -> each.estimate("kept").over(each.number("rate", Double.NaN)),
                  KEEPS,
                  "share",
                  each ->
                      "%s at %s/s"
                          .formatted(each.kind(), Words.count((long) each.number("rate", 0))))),
          List.of());

  private LatencySection() {}

  private static String work(Measured each) {
    Map<String, String> setting = new TreeMap<>(each.trial().params());
    setting.keySet().removeAll(TOLD);
    setting.values().removeIf("NONE"::equals);
    String rest = setting.isEmpty() ? "" : ", " + Quoted.name(String.join(", ", setting.values()));
    return Words.simple(each.trial().benchmark())
        + rest
        + ", "
        + Reasons.count(each.trial().threads(), "thread");
  }

  private static String workers(Measured each) {
    return Reasons.count((int) each.number("workers", 1), "worker");
  }

  private static String clock(Measured each) {
    Amount clock = each.amount("clock");
    Amount half = each.amount("p50");
    return clock != null && half != null && half.value() <= NEAR * clock.value()
        ? "near the clock's " + Words.amount(clock.value(), "ns")
        : "";
  }

  private static boolean isEnough(Measured each) {
    return each.amount("samples") != null && each.amount("samples").value() >= ENOUGH;
  }

  private static Amount rare(Measured each) {
    return isEnough(each) ? each.amount("p99.9") : null;
  }

  private static String tooFew(Measured each) {
    return isEnough(each) ? "" : "fewer than %s samples in a fork".formatted(Words.count(ENOUGH));
  }
}
