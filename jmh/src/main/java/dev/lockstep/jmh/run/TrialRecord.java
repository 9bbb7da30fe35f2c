/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.util.List;
import java.util.Map;

/** {@code trials/<id>.json}: all that is known of a trial beside JMH's own result. */
record TrialRecord(
    int schema,
    String id,
    String benchmark,
    Map<String, String> params,
    int threads,
    String status,
    Failure failure,
    List<Fork> forks,
    Profile profile,
    Hardware hardware) {

  /**
   * @param kind {@code WRONG_RESULT}, {@code KILLED}, {@code BUDGET} or {@code ERROR}
   * @param message one sentence
   */
  record Failure(String kind, String message) {

    /** Whether it says more about that minute than about the benchmark. */
    boolean isKilled() {
      return kind.equals("KILLED");
    }
  }

  /**
   * One fork. What this machine cannot measure is null.
   *
   * @param fork counted from 1
   * @param archive whether it was given an archive of this suite's classes, made before
   * @param stillWarming whether it was faster when it was measured than at the end of its warm-up;
   *     null if that was too short to tell
   * @param childCpuNanosPerOp CPU time of worker processes; null if there were none
   * @param divisionNanosAlone CPU time of a division after a measured iteration, on one CPU; null
   *     where it is not known
   * @param divisionNanosTogether the same on all CPUs at once
   * @param latency null where only means are measured
   * @param disturbed by what in the machine; null if by nothing that is known
   * @param counts whether the figure of the trial holds it: one that was disturbed or still warming
   *     does not count once there are enough others
   */
  record Fork(
      int fork,
      String start,
      double seconds,
      Boolean archive,
      String unit,
      List<Double> warmup,
      List<Double> measurement,
      Boolean stillWarming,
      Double cpuNanosPerOp,
      Double childCpuNanosPerOp,
      Double voluntarySwitchesPerOp,
      Double involuntarySwitchesPerOp,
      Double bytesPerOp,
      Double divisionNanosAlone,
      Double divisionNanosTogether,
      Latency latency,
      String disturbed,
      boolean counts) {

    Fork disturbed(String by) {
      return with(by, counts);
    }

    Fork counting(boolean does) {
      return with(disturbed, does);
    }

    private Fork with(String by, boolean does) {
      return new Fork(
          fork,
          start,
          seconds,
          archive,
          unit,
          warmup,
          measurement,
          stillWarming,
          cpuNanosPerOp,
          childCpuNanosPerOp,
          voluntarySwitchesPerOp,
          involuntarySwitchesPerOp,
          bytesPerOp,
          divisionNanosAlone,
          divisionNanosTogether,
          latency,
          by,
          does);
    }

    boolean isStillWarming() {
      return Boolean.TRUE.equals(stillWarming);
    }

    /** Whether nothing is known against it. */
    boolean isSound() {
      return disturbed == null && !isStillWarming();
    }

    /**
     * Log of its figure, since ratios have symmetric errors: of the mean of its iterations, or of
     * what one operation in a hundred exceeds. A mean of single operations is that of the few that
     * were interrupted.
     */
    double log() {
      return Math.log(latency == null ? mean() : latency.p99());
    }

    private double mean() {
      return measurement.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** CPU time of all its processes by the time that passed, per operation; null if unknown. */
    Double busyShare() {
      if (cpuNanosPerOp == null) {
        return null;
      }
      double cpu = cpuNanosPerOp + (childCpuNanosPerOp == null ? 0 : childCpuNanosPerOp);
      return cpu / (mean() * Series.millis(unit) * 1e6);
    }
  }

  /**
   * Each of many operations by itself, all iterations of a fork together, in the unit of the fork;
   * those of an open loop in microseconds.
   *
   * @param clockNanos between two readings of the clock in a row
   * @param fairness per iteration, operations of the thread with the fewest by those of the one
   *     with the most; null for one thread, or where no iteration tells
   * @param asked arrivals a second; null where nothing arrives
   * @param kept per iteration, arrivals that were served a second
   */
  record Latency(
      String unit,
      long samples,
      double p50,
      double p99,
      double p999,
      double max,
      Double clockNanos,
      List<Double> fairness,
      Double asked,
      List<Double> kept) {}

  /**
   * Events that the processor counted in a fork of its own, per operation.
   *
   * @param why if there are none; else null
   */
  record Hardware(Map<String, Double> perOp, String why) {}

  /**
   * The profile forks.
   *
   * @param status {@code RECORDED}, {@code UNAVAILABLE} or {@code FAILED}
   * @param engine what really took the samples
   * @param jvms how many were recorded
   */
  record Profile(String status, String engine, Integer jvms, List<Graph> graphs, String why) {

    static Profile recorded(String engine, int jvms, List<Graph> graphs) {
      return new Profile("RECORDED", engine, jvms, graphs, null);
    }

    static Profile none(String status, String why) {
      return new Profile(status, null, null, List.of(), why);
    }
  }

  /**
   * A flame graph.
   *
   * @param html null if there was nothing to see: no allocation, no lock that was waited for
   * @param compilerShare how much of it the JIT compiler is, from 0 to 1
   * @param blindToVirtual whether virtual threads are at work here that it sees only while mounted
   */
  record Graph(
      String event,
      long samples,
      String html,
      String collapsed,
      double compilerShare,
      boolean blindToVirtual) {}
}
