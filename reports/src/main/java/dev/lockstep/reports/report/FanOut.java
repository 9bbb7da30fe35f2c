/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * Many tasks at once that wait, and the time until all are done.
 *
 * @param rows one per measured trial, in the order of the plan
 * @param crossovers from how many tasks on one mechanism beats another
 * @param findings what the figures tell
 */
public record FanOut(List<Row> rows, List<Crossover> crossovers, List<Finding> findings) {

  /**
   * One mechanism with so many tasks.
   *
   * @param work {@code REQUEST}, or {@code LIFE} for cells of the Game of Life
   * @param setting what else tells rows apart: kind of I/O, its latency, work, lock
   * @param workers null for a mechanism for which they mean nothing
   * @param ideal milliseconds that the latencies alone take, with so many workers, or null
   * @param overIdeal the time by that, or null
   * @param overLatency the time by one latency, or null without any
   * @param serial times as fast as the plain loop of the same setting, or null
   */
  public record Row(
      String construct,
      String kind,
      String label,
      String work,
      String setting,
      String io,
      double ioMillis,
      double cpuTokens,
      long tasks,
      Integer workers,
      Figure time,
      Double ideal,
      Double overIdeal,
      Double overLatency,
      Ratio serial,
      Double cpuNanos,
      Double bytes,
      String trial) {}

  /**
   * One mechanism against another as tasks grow.
   *
   * @param where {@code AT}, {@code ALWAYS} or {@code NEVER} of the numbers that were measured
   * @param tasks the least number from which on it is faster, or null if it never is
   * @param ratio times as fast at the most tasks that both were measured with
   */
  public record Crossover(
      String work,
      String setting,
      String kind,
      String other,
      String where,
      Long tasks,
      long most,
      Ratio ratio,
      List<String> trials) {}
}
