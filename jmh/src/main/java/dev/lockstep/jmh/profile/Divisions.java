/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * How fast the CPUs are at the moment: after each measurement they do divisions for a millisecond,
 * one CPU by itself and then all at once. A CPU whose clock is lower, or whose core does the work
 * of somebody else beside it, takes more of its time for a division; no clock of the system counts
 * that. Two virtual CPUs that the hypervisor puts on one core take twice the time for as long as
 * that lasts.
 *
 * <p>Divisions, since a core has one divider for all its threads and the workloads of this suite
 * divide. CPU time is measured, so that threads of the benchmark that are not at rest do not count.
 *
 * <p>Goes before other profilers, which then end before it begins. Use by hand: {@code -prof
 * dev.lockstep.jmh.profile.Divisions}.
 */
public final class Divisions implements InternalProfiler {

  public static final String ALONE = "division.alone";
  public static final String TOGETHER = "division.together";

  /** A fifth of a millisecond on a CPU of 2021. */
  private static final int LOOPS = 20_000;

  private static final int AT_A_TIME = 4;

  /** The one in the middle is not the one that was interrupted. */
  private static final int PASSES = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Keeps the compiler from leaving the divisions out. */
  private final LongAdder sums = new LongAdder();

  @Override
  public String getDescription() {
    return "CPU time of a division, on one CPU alone and on all together";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // The iteration ends, and then the CPUs are asked.
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (benchmark.getMode() == Mode.SingleShotTime || !THREADS.isCurrentThreadCpuTimeSupported()) {
      return List.of(); // a JVM that has done nothing before has no compiled loop either
    }
    if (iteration.getType() == IterationType.WARMUP) {
      double _ = nanos(); // so that it is compiled by the first measurement
      return List.of();
    }
    return List.of(
        result(ALONE, nanos()),
        result(TOGETHER, together(Runtime.getRuntime().availableProcessors())));
  }

  private static ScalarResult result(String name, double value) {
    return new ScalarResult(name, value, "ns", AggregationPolicy.AVG);
  }

  /** Of several at once, the time of the one in the middle, the slower one of two. */
  private double together(int cpus) {
    double[] nanos = new double[cpus];
    CyclicBarrier start = new CyclicBarrier(cpus);
    List<Thread> threads = new ArrayList<>();
    for (int cpu = 0; cpu < cpus; cpu++) {
      int mine = cpu;
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      start.await();
                    } catch (Exception e) {
                      throw new IllegalStateException("the others did not come", e);
                    }
                    nanos[mine] = nanos();
                  }));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
    return middle(nanos);
  }

  /** CPU time of a division on this thread. */
  private double nanos() {
    double[] passes =
        IntStream.range(0, PASSES)
            .mapToDouble(
                pass -> {
                  long before = THREADS.getCurrentThreadCpuTime();
                  sums.add(divide(pass));
                  return THREADS.getCurrentThreadCpuTime() - before;
                })
            .toArray();
    return middle(passes) / (LOOPS * AT_A_TIME);
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Several in a row that do not wait for one another keep a divider busy. */
  private static long divide(int seed) {
    long a = (1L << 40) + seed;
    long b = a + 11;
    long c = b + 13;
    long d = c + 17;
    long sum = 0;
    for (int by = 3; by < LOOPS + 3; by++) {
      sum += a % by + b % by + c % by + d % by;
      a += by;
      b += by;
      c += by;
      d += by;
    }
    return sum;
  }
}
