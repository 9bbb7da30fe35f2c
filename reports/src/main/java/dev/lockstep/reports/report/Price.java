/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One trial and what it cost. Figures that are not known are null, never 0.
 *
 * @param status {@code MEASURED}, {@code FAILED}, {@code MISSING} or {@code NOT_REACHED}: the
 *     budget was used up before it had the forks that make a price
 * @param score exactly as JMH computed it
 * @param interval from the means of the forks, or null
 * @param modes if the forks fall into two, both, the lower first; else nothing
 * @param forks how many were measured
 * @param heart whether no run passes without it
 * @param cpuPerOp CPU time of the process per operation, in nanoseconds, with that of its compilers
 *     and collectors and without that of checks and set-up
 * @param childCpuPerOp the same of its worker processes, or null if it has none
 * @param bytesPerOp allocated bytes per operation
 * @param lost updates that were lost, all iterations together
 * @param expected updates that were made, all iterations together
 * @param role what the trial is for, or null
 * @param baseline id of the trial that it is compared with, its own if it is a baseline, or null
 * @param lock the emulated global lock, or null
 * @param chunk tasks that are handed over at a time, or null
 * @param flame path of the flame graph of CPU time, or of waiting where no CPU time was seen;
 *     relative to the run directory
 * @param flameWhy why there is no flame graph
 * @param flames all flame graphs, that of CPU time first
 * @param hardware events of the processor per operation, by name, from a fork of their own
 * @param proof status of the construct's proofs, the worst of them, or {@code none}
 * @param notes one sentence each
 */
public record Price(
    String trial,
    String construct,
    String benchmark,
    Map<String, String> params,
    int threads,
    String mode,
    String unit,
    String status,
    Double score,
    Interval interval,
    List<Mode> modes,
    int forks,
    int forksPlanned,
    boolean heart,
    Double cpuPerOp,
    Double childCpuPerOp,
    Double bytesPerOp,
    Double voluntarySwitchesPerOp,
    Double involuntarySwitchesPerOp,
    Double lost,
    Double expected,
    Double lostFraction,
    String workload,
    Integer workers,
    String role,
    String baseline,
    String lock,
    Integer chunk,
    String flame,
    String flameWhy,
    List<FlameGraph> flames,
    Map<String, Double> hardware,
    String proof,
    List<String> notes) {

  /** What starts cold on purpose: there the compiler is the answer. */
  private static final Set<String> COLD = Set.of("COLD", "START");

  /** Returns whether there is a figure. */
  public boolean measured() {
    return score != null;
  }

  /** Returns whether its flame graph shows the JIT compiler where it should not. */
  public boolean wasProfiledCold() {
    return !COLD.contains(role == null ? "" : role)
        && !flames.isEmpty()
        && flames.get(0).isOfTheCompiler();
  }

  /** Returns the CPU time of all processes per operation in nanoseconds, or null. */
  public Double allCpuPerOp() {
    if (cpuPerOp == null || childCpuPerOp == null) {
      return cpuPerOp;
    }
    return cpuPerOp + childCpuPerOp;
  }
}
