/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The identity of a trial as a name that is safe in every file system and in a URL. */
public final class TrialId {

  private static final int LONGEST = 150;

  private TrialId() {}

  /** The id of what JMH is about to run. */
  public static String of(BenchmarkParams benchmark) {
    Map<String, String> params = new TreeMap<>();
    for (String key : benchmark.getParamsKeys()) {
      params.put(key, benchmark.getParam(key));
    }
    return of(
        benchmark.getBenchmark(), params, benchmark.getThreads(), benchmark.getMode().shortLabel());
  }

  /**
   * {@code CounterCost.increment-kind=ATOMIC-threads=2}. What a name may not hold becomes an
   * underscore, and a name that was changed or cut ends in a hash of the original, so that
   * different trials never share one.
   */
  public static String of(String benchmark, Map<String, String> params, int threads) {
    return of(benchmark, params, threads, "");
  }

  /**
   * The same of a trial with a mode of its own. Only samples are told from means by it: one
   * benchmark can have both, and no other two.
   *
   * @param mode JMH's short label
   */
  public static String of(String benchmark, Map<String, String> params, int threads, String mode) {
    String suffix = mode.equals(Mode.SampleTime.shortLabel()) ? "-mode=" + mode : "";
    return safe(name(benchmark, params) + "-threads=" + threads + suffix);
  }

  /** The same for any number of threads: {@code CounterCost.increment-kind=ATOMIC}. */
  public static String of(String benchmark, Map<String, String> params) {
    return safe(name(benchmark, params));
  }

  private static String name(String benchmark, Map<String, String> params) {
    int method = benchmark.lastIndexOf('.');
    int type = benchmark.lastIndexOf('.', method - 1);
    StringBuilder name = new StringBuilder(benchmark.substring(type + 1));
    new TreeMap<>(params)
        .forEach((key, value) -> name.append('-').append(key).append('=').append(value));
    return name.toString();
  }

  private static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._=-]", "_").replaceFirst("^\\.+", "_");
    if (safe.equals(name) && safe.length() <= LONGEST) {
      return safe;
    }
    String hash = "-%08x".formatted(name.hashCode());
    return safe.substring(0, Math.min(safe.length(), LONGEST)) + hash;
  }
}
