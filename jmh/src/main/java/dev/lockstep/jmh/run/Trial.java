/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.run.Planned;
import dev.lockstep.jmh.profile.TrialId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One benchmark with one set of parameters and threads, as the plan means it.
 *
 * @param mode JMH's short label: {@code avgt}, {@code ss}
 * @param sweep its place in a sweep over workers, or null
 */
record Trial(
    Class<?> benchmarks,
    String method,
    Construct construct,
    Map<String, String> params,
    int threads,
    String mode,
    String unit,
    int forks,
    Series series,
    Sweep sweep) {

  /**
   * @param workers null for a kind that takes no worker count
   * @param makespanBound best speed-up of these tasks on so many workers
   * @param baseline id of the SERIAL trial of the same workload
   */
  record Sweep(String workload, Integer workers, double makespanBound, String baseline) {}

  Trial {
    params = Collections.unmodifiableMap(new TreeMap<>(params));
  }

  static Trial of(Class<?> benchmarks, String method, Construct construct) {
    return new Trial(
        benchmarks, method, construct, Map.of(), 1, "avgt", "ns/op", 1, new Series(0, 1, 0), null);
  }

  Trial with(String param, String value) {
    Map<String, String> all = new TreeMap<>(params);
    all.put(param, value);
    return new Trial(benchmarks, method, construct, all, threads, mode, unit, forks, series, sweep);
  }

  Trial on(int count) {
    return new Trial(
        benchmarks, method, construct, params, count, mode, unit, forks, series, sweep);
  }

  Trial timed(String in, String as, int times, Series iterations) {
    return new Trial(
        benchmarks, method, construct, params, threads, in, as, times, iterations, sweep);
  }

  Trial sweeping(String workload, Integer workers, double makespanBound, String baseline) {
    return new Trial(
        benchmarks,
        method,
        construct,
        params,
        threads,
        mode,
        unit,
        forks,
        series,
        new Sweep(workload, workers, makespanBound, baseline));
  }

  /** The name as JMH has it. */
  String benchmark() {
    return benchmarks.getCanonicalName() + "." + method;
  }

  /** The name as a file has it, and as a person reads it. */
  String id() {
    return TrialId.of(benchmark(), params, threads);
  }

  /** This trial as one that the plan leaves out, with any number of threads. */
  Planned.NotRun notRun(String why) {
    return new Planned.NotRun("TRIAL", TrialId.of(benchmark(), params), construct.id(), why);
  }

  Planned.Trial planned() {
    return new Planned.Trial(
        id(),
        benchmark(),
        construct.id(),
        params,
        threads,
        mode,
        unit,
        forks,
        sweep == null ? null : sweep.workload(),
        sweep == null ? null : sweep.workers(),
        sweep == null ? null : sweep.makespanBound(),
        sweep == null ? null : sweep.baseline());
  }
}
