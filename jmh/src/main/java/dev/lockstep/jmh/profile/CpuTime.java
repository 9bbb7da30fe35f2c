/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import dev.lockstep.core.process.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What an operation costs beside wall time: CPU time of all threads together, and context switches.
 * Two workers that halve the wall time but burn the same CPU time are no gain in price; this shows
 * it.
 *
 * <p>The JVM's own threads are in it, compilers and collectors, as they are in the process; what a
 * benchmark does {@link OffTheClock} is not.
 *
 * <p>Use by hand: {@code -prof dev.lockstep.jmh.profile.CpuTime}.
 */
public final class CpuTime implements InternalProfiler {

  public static final String CPU = "cpu.norm";
  public static final String CHILDREN = "cpu.children.norm";
  public static final String VOLUNTARY = "switches.voluntary.norm";
  public static final String INVOLUNTARY = "switches.involuntary.norm";

  private Usage before;
  private long besideBefore;
  private Duration childrenBefore;
  private long childrenBesideBefore;

  @Override
  public String getDescription() {
    return "CPU time and context switches per operation, of the whole process (getrusage)";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    childrenBefore = children();
    childrenBesideBefore = OffTheClock.childCpuNanos();
    besideBefore = OffTheClock.cpuNanos();
    before = Usage.ofThisProcess();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    Usage after = Usage.ofThisProcess();
    long beside = OffTheClock.cpuNanos() - besideBefore;
    double operations = Math.max(1, result.getMetadata().getAllOps());
    List<Result<?>> costs = new ArrayList<>();
    costs.add(
        cost(
            CPU, Math.max(0, after.cpuNanos() - before.cpuNanos() - beside) / operations, "ns/op"));
    Duration children = children();
    if (!children.isZero()) {
      long besideToo = OffTheClock.childCpuNanos() - childrenBesideBefore;
      long nanos = Math.max(0, children.minus(childrenBefore).toNanos() - besideToo);
      costs.add(cost(CHILDREN, nanos / operations, "ns/op"));
    }
    if (after.voluntarySwitches() != Usage.UNKNOWN) {
      long voluntary = after.voluntarySwitches() - before.voluntarySwitches();
      long involuntary = after.involuntarySwitches() - before.involuntarySwitches();
      costs.add(cost(VOLUNTARY, voluntary / operations, "#/op"));
      costs.add(cost(INVOLUNTARY, involuntary / operations, "#/op"));
    }
    return costs;
  }

  /**
   * CPU time so far of all processes that this one has started, whether they are still there or
   * have ended. The system counts that of the living in hundredths of a second: rough for one
   * iteration, exact enough over a fork.
   */
  static Duration children() {
    long ended = Usage.ofEndedChildren().cpuNanos();
    return ProcessHandle.current()
        .descendants()
        .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ofNanos(ended == Usage.UNKNOWN ? 0 : ended), Duration::plus);
  }

  private static ScalarResult cost(String name, double value, String unit) {
    return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
  }
}
