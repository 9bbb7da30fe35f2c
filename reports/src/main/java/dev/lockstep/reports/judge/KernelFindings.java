/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Kernels;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the kernels tell, in sentences. */
final class KernelFindings {
  private static final Set<String> SIMD = Set.of("C_SIMD", "VECTOR");
  private final List<Kernels.Row> rows;
  private final List<String> found = new ArrayList<>();

  private KernelFindings(List<Kernels.Row> rows) {
    this.rows = rows;
  }

  static List<String> of(List<String> functions, List<Kernels.Row> rows) {
    KernelFindings findings = new KernelFindings(rows);
    for (String function : functions) {
      findings.engines(function);
      findings.best(function);
    }
    findings.calls();
    return findings.found;
  }

  private Kernels.Time time(String kind, String function) {
    for (Kernels.Row row : rows) {
      if (row.kind().equals(kind)) {
        for (Kernels.Time time : row.times()) {
          if (time != null && time.function().equals(function)) {
            return time;
          }
        }
      }
    }
    return null;
  }

  private void engines(String function) {
    Kernels.Time c = time("C", function);
    Kernels.Time lazy = time("LAZY", function);
    List<String> told = new ArrayList<>();
    if (c != null && c.overLoop() != null) {
      told.add("in C %s times%s".formatted(factor(c), interval(c)));
    }
    for (Kernels.Row row : rows) {
      Kernels.Time simd = SIMD.contains(row.kind()) ? time(row.kind(), function) : null;
      if (simd != null && simd.overLoop() != null) {
        told.add(
            "with several divisions at a time (%s) %s times%s%s"
                .formatted(
                    Quoted.name(row.kind()),
                    factor(simd),
                    interval(simd),
                    c == null
                        ? ""
                        : ", which is %s times the speed of C"
                            .formatted(Words.figure(c.time().nanos() / simd.time().nanos()))));
      }
    }
    if (lazy != null && lazy.overLoop() != null) {
      told.add(
          "as a lazy sequence, like the generator of the Python chapter, %s times"
              .formatted(factor(lazy)));
    }
    if (!told.isEmpty()) {
      found.add(
          "%s, by the speed of the loop that C2 compiles: %s."
              .formatted(Quoted.name(function), String.join("; ", told)));
    }
  }

  private static String factor(Kernels.Time time) {
    return Words.figure(time.overLoop().value());
  }

  /** The best that tries every number: how far from the loop, and from what the divider can do. */
  private void best(String function) {
    String kind = null;
    Kernels.Time best = null;
    for (Kernels.Row row : rows) {
      Kernels.Time time = row.everyDivisor() ? time(row.kind(), function) : null;
      boolean better =
          time != null
              && time.overLoop() != null
              && (best == null || time.overLoop().value() > best.overLoop().value());
      kind = better ? row.kind() : kind;
      best = better ? time : best;
    }
    if (best == null) {
      return;
    }
    found.add(
        "%s: of the kernels that try every number %s has the highest figure, %s times the plain Java loop%s; %s."
            .formatted(
                Quoted.name(function),
                Quoted.name(kind),
                Words.figure(best.overLoop().value()),
                interval(best),
                best.divider() == null
                    ? "how far that is from the divider's throughput was not measured"
                    : "it reaches %s of the divider's throughput"
                        .formatted(Words.percent(best.divider()))));
  }

  private void calls() {
    List<String> calls = new ArrayList<>();
    for (Kernels.Row row : rows) {
      Figure call = row.call();
      if (call != null) {
        calls.add(Quoted.name(row.kind()) + " " + Words.figure(call.nanos()) + " ns");
      }
    }
    if (!calls.isEmpty()) {
      found.add("The smallest call: " + String.join(", ", calls) + ".");
    }
  }

  private static String interval(Kernels.Time time) {
    Interval interval = time.overLoop().interval();
    return interval == null
        ? ""
        : " [%s, %s]".formatted(Words.figure(interval.low()), Words.figure(interval.high()));
  }
}
