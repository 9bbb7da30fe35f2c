/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * Gives each fork the carrier threads and the common pool that its {@code workers} parameter asks
 * for. The JDK takes both numbers from system properties when it starts, so a parameter alone could
 * not set them, and {@code workers=2} would mean nothing to virtual threads.
 */
public final class CarrierParallelism implements ExternalProfiler {

  private static final String WORKERS = "workers";

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
    if (!params.getParamsKeys().contains(WORKERS)) {
      return List.of("--enable-native-access=ALL-UNNAMED");
    }
    String workers = params.getParam(WORKERS);
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "-Djdk.virtualThreadScheduler.parallelism=" + workers,
        "-Djdk.virtualThreadScheduler.maxPoolSize=" + Math.max(256, Integer.parseInt(workers)),
        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + workers);
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
