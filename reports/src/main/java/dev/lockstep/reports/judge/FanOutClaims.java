/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.FanOut;
import dev.lockstep.reports.report.FanOut.Row;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is claimed of threads and pools that wait for I/O. */
final class FanOutClaims {
  private static final Set<String> POOLS = Set.of("FIXED", "QUEUE_WORKERS");
  private static final double CLOSE = 0.2;
  private static final double LATENCIES = 2;
  private static final long MOST_TASKS = 10_000;

  private FanOutClaims() {}

  static List<Claim> decide(FanOut fanOut) {
    return List.of(overlap(fanOut), pools(fanOut));
  }

  /** On the longest latency and most tasks, where what threads cost counts least and most. */
  private static Claim overlap(FanOut fanOut) {
    Ruled claim = new Ruled("threads-overlap-io", "threads overlap blocking I/O", "item 53");
    Row telling = null;
    for (Row row : fanOut.rows()) {
      boolean candidate =
          row.kind().equals(FanOutJudge.VIRTUAL)
              && row.work().equals("REQUEST")
              && row.ideal() != null
              && row.cpuTokens() == 0
              && row.tasks() > 1
              && row.tasks() <= MOST_TASKS;
      boolean better =
          telling == null
              || row.ioMillis() > telling.ioMillis()
              || (row.ioMillis() == telling.ioMillis() && row.tasks() > telling.tasks());
      telling = candidate && better ? row : telling;
    }
    boolean holds = false;
    boolean refuted = false;
    if (telling != null) {
      double millis = TimeUnits.nanosPer(telling.time().unit()) / 1e6;
      Interval interval = telling.time().interval();
      double line = LATENCIES * telling.ioMillis();
      holds = interval != null && interval.high() * millis < line;
      refuted = interval != null && interval.low() * millis >= line;
      claim.here(Words.figure(telling.overLatency()) + " latencies");
      claim.evidence(
          "%s tasks of %s on virtual threads: %s ms; one after the other they wait %s s"
              .formatted(
                  Words.count(telling.tasks()),
                  Quoted.name(telling.setting()),
                  Words.figure(telling.time().nanos() / 1e6),
                  Words.figure(telling.tasks() * telling.ioMillis() / 1e3)),
          telling.trial());
    }
    return claim.decide(
        holds,
        refuted,
        "decided by the 95 % interval of the time of most tasks (up to 10,000) with the longest"
            + " latency on virtual threads: below two latencies holds",
        "no trial of virtual threads that only wait was measured in this plan");
  }

  private static Claim pools(FanOut fanOut) {
    Ruled claim =
        new Ruled("pool-bounds-io", "a pool bounds how much I/O goes on at once", "items 58, 59");
    boolean close = true;
    boolean passed = false;
    List<Double> ratios = new ArrayList<>();
    for (Row row : fanOut.rows()) {
      if (POOLS.contains(row.kind())
          && row.ideal() != null
          && row.workers() != null
          && row.tasks() > row.workers()
          && row.cpuTokens() == 0) {
        close &= Math.abs(row.overIdeal() - 1) <= CLOSE;
        passed |= row.overIdeal() < 1 - CLOSE;
        ratios.add(row.overIdeal());
        claim.evidence(
            "%s with %s tasks of %s: %s ms, %s times what %s rounds of waiting take"
                .formatted(
                    FanOutFindings.name(row),
                    Words.count(row.tasks()),
                    Quoted.name(row.setting()),
                    Words.figure(row.time().nanos() / 1e6),
                    Words.figure(row.overIdeal()),
                    Words.count(FanOutJudge.rounds(row.tasks(), row.workers()))),
            row.trial());
      }
    }
    if (!ratios.isEmpty()) {
      double low = ratios.stream().mapToDouble(Double::doubleValue).min().orElse(0);
      double high = ratios.stream().mapToDouble(Double::doubleValue).max().orElse(0);
      claim.here(
          (low == high ? Words.figure(low) : Words.figure(low) + " to " + Words.figure(high))
              + " × rounds");
    }
    return claim.decide(
        close,
        passed,
        "holds if every trial of FIXED and QUEUE_WORKERS with more tasks than workers takes ceil"
            + "(tasks / workers) latencies, within 20 %; refuted if one takes less than that",
        "no pool with more tasks than workers was measured waiting in this plan");
  }
}
