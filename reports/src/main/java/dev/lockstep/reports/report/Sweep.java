/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * How one kind scales on one workload.
 *
 * @param kind the construct's name
 * @param baseline whether this kind is what the others are compared with
 */
public record Sweep(
    String workload, String construct, String kind, boolean baseline, List<Point> points, Fit fit) {

  /**
   * One worker count.
   *
   * @param workers null for a kind for which workers mean nothing
   * @param speedup over the baseline of the same workload
   * @param interval of the speed-up, or null with fewer than 3 forks on either side
   * @param makespanBound the best speed-up that workers, cores and the tasks allow
   * @param efficiency speed-up by workers
   * @param boundEfficiency speed-up by makespan bound
   * @param cpuPerOp CPU nanoseconds per operation, or null
   * @param overSubscribed more workers than cores
   */
  public record Point(
      Integer workers,
      double speedup,
      Interval interval,
      Double makespanBound,
      Double efficiency,
      Double boundEfficiency,
      double score,
      String unit,
      Double cpuPerOp,
      boolean overSubscribed,
      String trial) {}

  /**
   * Whether a scaling law was fitted.
   *
   * @param points worker counts at or below the cores
   */
  public record Fit(String status, int points, String why) {}
}
