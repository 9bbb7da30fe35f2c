/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * How one kind scales on one workload.
 *
 * @param kind the construct's name
 * @param baseline whether this kind is what the others are compared with
 * @param raw the bare loop over the same tasks, beside the baseline only, or null
 */
public record Sweep(
    String workload,
    String construct,
    String kind,
    boolean baseline,
    List<Point> points,
    Fit fit,
    Raw raw) {

  /**
   * The tasks in a loop without anything around them: what is left of the baseline without the part
   * of this suite that is in the time of every executor.
   *
   * @param cpu CPU nanoseconds of the list, or null
   * @param speedup over the baseline, with its interval
   * @param baselineAdds nanoseconds that the baseline takes more for each task
   * @param interval of that, or null with fewer than 3 forks on either side
   */
  public record Raw(
      double score,
      String unit,
      Double cpu,
      Ratio speedup,
      double baselineAdds,
      Interval interval,
      String trial) {}

  /**
   * One worker count.
   *
   * @param workers null for a kind for which workers mean nothing
   * @param speedup over the baseline of the same workload
   * @param interval of the speed-up, or null with fewer than 3 forks on either side
   * @param makespanBound the best speed-up that workers, cores and the tasks allow
   * @param efficiency speed-up by workers
   * @param boundEfficiency speed-up by makespan bound
   * @param karpFlatt the serial fraction that this speed-up would mean by itself, or null where
   *     there is one worker, or more than cores
   * @param cpuPerOp CPU nanoseconds per operation of the process that hands out the tasks, or null
   * @param cost what it took, all processes together
   * @param overSubscribed more workers than cores
   */
  public record Point(
      Integer workers,
      double speedup,
      Interval interval,
      Double makespanBound,
      Double efficiency,
      Double boundEfficiency,
      Double karpFlatt,
      double score,
      String unit,
      Double cpuPerOp,
      Cost cost,
      boolean overSubscribed,
      String trial) {}

  /**
   * What an operation took, which is one run of the whole list of tasks. A figure that is not known
   * is null.
   *
   * @param cpu CPU nanoseconds, worker processes included
   * @param inflation CPU time by that of the baseline
   * @param utilisation CPU time by the time of all cores
   * @param bytes allocated in this process
   * @param bytesPerTask the same by the number of tasks
   * @param voluntarySwitches threads that gave up their core to wait
   * @param involuntarySwitches threads that lost their core
   */
  public record Cost(
      Double cpu,
      Double inflation,
      Double utilisation,
      Double bytes,
      Double bytesPerTask,
      Double voluntarySwitches,
      Double involuntarySwitches) {}

  /**
   * Whether scaling laws were fitted.
   *
   * @param status {@code FITTED} or {@code NOT_ENOUGH_CORES}
   * @param points worker counts at or below the cores
   * @param amdahl null unless fitted
   * @param usl null unless fitted
   * @param known the serial fraction that the workload was built with, or null
   * @param recovered whether the fitted fraction is within 0.05 of the known one, or null
   */
  public record Fit(
      String status,
      int points,
      String why,
      Amdahl amdahl,
      Usl usl,
      Double known,
      Boolean recovered) {}

  /**
   * Amdahl's law: on w workers 1 / (s + (1 - s) / w).
   *
   * @param serialFraction s, from 0 to 1
   * @param residual root of the mean square of the relative errors of the speed-up
   */
  public record Amdahl(double serialFraction, double residual) {}

  /**
   * The Universal Scalability Law: lambda w / (1 + sigma (w - 1) + kappa w (w - 1)).
   *
   * @param lambda speed of one worker
   * @param sigma contention, at least 0
   * @param kappa coherence, at least 0
   * @param peak the worker count beyond which more are slower, or null if there is none
   * @param residual as of {@link Amdahl}
   */
  public record Usl(double lambda, double sigma, double kappa, Double peak, double residual) {}
}
