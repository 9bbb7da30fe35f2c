/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Workers;
import dev.lockstep.jmh.link.Handoff;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * Sets up each fork: it gets the carrier threads and the common pool that its {@code workers}
 * parameter asks for. The JDK takes both numbers from system properties when it starts, so a
 * parameter alone could not set them, and {@code workers=2} would mean nothing to virtual threads.
 */
public final class ForkSetup implements ExternalProfiler {

  /**
   * For the C kernels, and for the queues of JCTools and the Disruptor, which use memory access of
   * the old way: without it every fork would print a warning.
   */
  private static final List<String> ALWAYS =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private static final String WORKERS = "workers";
  private static final String KIND = "kind";

  @Override
  public String getDescription() {
    return "Gives a fork as many carrier threads as its parameter \"workers\" says";
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    return List.of();
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    List<String> options = new ArrayList<>(ALWAYS);
    if (isVirtualCaller(params)) {
      options.add("-Djmh.executor=VIRTUAL");
    }
    if (params.getParamsKeys().contains(WORKERS)) {
      int workers = Integer.parseInt(params.getParam(WORKERS));
      int carriers = isInFlight(params) ? Runtime.getRuntime().availableProcessors() : workers;
      options.add("-Djdk.virtualThreadScheduler.parallelism=" + carriers);
      options.add("-Djdk.virtualThreadScheduler.maxPoolSize=" + Math.max(256, carriers));
      options.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + workers);
    }
    return options;
  }

  /** Whether the benchmark's own thread is one of two that hand a value back and forth. */
  private static boolean isVirtualCaller(BenchmarkParams params) {
    return params.getBenchmark().startsWith(Handoff.class.getName() + ".")
        && params.getParam("thread").equals(Handoff.On.VIRTUAL.name());
  }

  /** Whether workers are the tasks in flight, and the carriers have to be as many as cores. */
  private static boolean isInFlight(BenchmarkParams params) {
    return params.getParamsKeys().contains(KIND)
        && Arrays.stream(ExecutorKind.values())
            .filter(kind -> kind.name().equals(params.getParam(KIND)))
            .anyMatch(kind -> kind.workers() == Workers.IN_FLIGHT);
  }

  @Override
  public void beforeTrial(BenchmarkParams params) {
    // Everything is said by the options.
  }

  @Override
  public Collection<? extends Result<?>> afterTrial(
      BenchmarkResult result, long pid, File out, File err) {
    return List.of();
  }

  @Override
  public boolean allowPrintOut() {
    return true;
  }

  @Override
  public boolean allowPrintErr() {
    return true;
  }
}
