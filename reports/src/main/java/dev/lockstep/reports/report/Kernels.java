/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * What the two functions cost, by algorithm and engine, on one core and without any executor.
 *
 * @param functions in the order of the plan
 * @param rows in the order of the plan
 * @param findings one sentence each
 */
public record Kernels(List<String> functions, List<Row> rows, List<String> findings) {

  /**
   * One kernel.
   *
   * @param everyDivisor whether it tries every number, as the seeds' loops do
   * @param times one per function, in their order; null where it was not measured
   * @param call the smallest call of it, or null
   */
  public record Row(
      String construct,
      String kind,
      String label,
      boolean everyDivisor,
      List<Time> times,
      Figure call) {}

  /**
   * One kernel on one function.
   *
   * @param overLoop how many times as fast as the plain Java loop, or null if that was not measured
   * @param divider share of the throughput of the machine's divider, or null if it was not measured
   */
  public record Time(String function, Figure time, Ratio overLoop, Double divider) {}
}
