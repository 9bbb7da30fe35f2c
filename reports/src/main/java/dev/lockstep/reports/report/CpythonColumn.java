/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * The same inputs in three places: what the seeds say, CPython on this machine, Java on this
 * machine.
 *
 * @param status {@code MEASURED}, {@code MISSING}, {@code FAILED}, {@code NOT_PLANNED}, or {@code
 *     UNREADABLE}
 * @param why the status in one sentence
 * @param version such as {@code 3.11.2}, or null
 * @param gil whether it has a global lock, or null if it is not known
 * @param roundTrips a trivial task there and back
 */
public record CpythonColumn(
    String status,
    String why,
    String version,
    Boolean gil,
    List<Row> rows,
    List<RoundTrip> roundTrips) {

  /**
   * One way to run one list. Ratios are times as fast as that place's own serial run; what is not
   * known is null.
   *
   * @param way {@code SERIAL}, {@code THREADS} or {@code PROCESSES}
   * @param seeds what the notes say, each with its worker count
   * @param python CPython here, with the intervals of its processes
   * @param warm Java here, averaged once everything is warm
   * @param cold Java here, first run in a fresh JVM
   */
  public record Row(
      String workload, String way, List<Seed> seeds, Python python, Java warm, Java cold) {}

  /** A figure of the notes. */
  public record Seed(String source, double seconds, Double ratio, String workers) {}

  /**
   * CPython on this machine.
   *
   * @param seconds the mean of its processes, with their 95 % interval or null
   * @param ratio times as fast as its own serial run
   */
  public record Python(
      int workers, double seconds, Interval interval, int processes, Ratio ratio) {}

  /** Java on this machine, in seconds. */
  public record Java(String trial, String kind, Integer workers, double seconds, Double ratio) {}

  /**
   * One way there and back.
   *
   * @param micros microseconds; of CPython the median of its batches
   * @param ofCpython share of CPython's time, or null
   */
  public record RoundTrip(String who, String trial, double micros, Double ofCpython) {}
}
