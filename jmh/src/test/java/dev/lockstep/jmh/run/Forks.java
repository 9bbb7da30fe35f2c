/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.util.List;

/** Forks that no JVM has run. */
final class Forks {

  private Forks() {}

  static TrialRecord.Fork of(
      List<Double> warmup, List<Double> nanos, Boolean stillWarming, Double cpuNanosPerOp) {
    return of("ns/op", warmup, nanos, stillWarming, cpuNanosPerOp);
  }

  static TrialRecord.Fork of(List<Double> nanos, TrialRecord.Latency latency) {
    return of("ns/op", List.of(), nanos, null, null, null, null, latency);
  }

  static TrialRecord.Fork of(
      String unit,
      List<Double> warmup,
      List<Double> measurement,
      Boolean stillWarming,
      Double cpuNanosPerOp) {
    return of(unit, warmup, measurement, stillWarming, cpuNanosPerOp, null, null, null);
  }

  /** One that took so many nanoseconds, and so many of CPU time. */
  static TrialRecord.Fork divided(double nanos, double cpuNanos, Double alone, Double together) {
    return of("ns/op", List.of(), List.of(nanos), false, cpuNanos, alone, together, null);
  }

  private static TrialRecord.Fork of(
      String unit,
      List<Double> warmup,
      List<Double> measurement,
      Boolean stillWarming,
      Double cpuNanosPerOp,
      Double alone,
      Double together,
      TrialRecord.Latency latency) {
    return new TrialRecord.Fork(
        1,
        "",
        1.0,
        true,
        unit,
        warmup,
        measurement,
        stillWarming,
        cpuNanosPerOp,
        null,
        null,
        null,
        null,
        alone,
        together,
        latency,
        null,
        true);
  }
}
