/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.util.SampleBuffer;

/**
 * What belongs to latencies beside JMH's own samples: how evenly the threads got on, what a
 * benchmark has timed by itself, and the least that the clock can tell. Benchmarks hand over what
 * they know after an iteration, when nothing is measured.
 *
 * <p>Use by hand: {@code -prof dev.lockstep.jmh.profile.Latencies}.
 */
public final class Latencies implements InternalProfiler {

  /** Operations of the thread with the fewest by those of the thread with the most. */
  public static final String FAIRNESS = "fairness";

  public static final String LATENCY = "latency";

  /** Arrivals a second that were asked for. */
  public static final String ASKED = "rate.asked";

  /** Arrivals a second that were served. */
  public static final String KEPT = "rate.kept";

  /** Between two readings of the clock in a row, in nanoseconds: nothing shorter is seen. */
  public static final String CLOCK = "clock";

  private static final int READINGS = 10_001;

  /**
   * Before all threads are at work, and after the first has ended, a thread is alone and does in a
   * millisecond what it does in a hundred beside another one. These operations are in its count:
   * where they are more than the rest of this share, the count says nothing.
   */
  private static final double MEASURED = 0.9;

  private static volatile double fairness = Double.NaN;
  private static volatile Arrivals arrivals;

  private double clock = Double.NaN;

  private record Arrivals(Histogram latencies, double asked, double kept) {}

  /** Takes the operations of the threads with the fewest and the most in an iteration. */
  public static void shares(long least, long most) {
    fairness = most == 0 ? Double.NaN : (double) least / most;
  }

  /** Whether nearly all operations were done while all threads were at work. */
  static boolean tells(long all, long measured) {
    return measured >= MEASURED * all;
  }

  static double fairness() {
    return fairness;
  }

  /**
   * Takes what an iteration has timed.
   *
   * @param latencies in nanoseconds
   * @param asked arrivals a second
   * @param kept those that were served
   */
  public static void arrivals(Histogram latencies, double asked, double kept) {
    arrivals = new Arrivals(latencies, asked, kept);
  }

  @Override
  public String getDescription() {
    return "Fairness between threads, and latencies that a benchmark has timed by itself";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    fairness = Double.NaN;
    arrivals = null;
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    long all = result.getMetadata().getAllOps();
    long measured = result.getMetadata().getMeasuredOps();
    if (benchmark.getThreads() > 1 && Double.isFinite(fairness) && tells(all, measured)) {
      results.add(scalar(FAIRNESS, fairness, "least/most"));
    }
    if (arrivals != null) {
      results.add(
          new SampleTimeResult(
              ResultRole.SECONDARY, LATENCY, samples(arrivals.latencies), TimeUnit.MICROSECONDS));
      results.add(scalar(ASKED, arrivals.asked, "1/s"));
      results.add(scalar(KEPT, arrivals.kept, "1/s"));
    }
    clock = Double.isNaN(clock) ? clock() : clock;
    results.add(scalar(CLOCK, clock, "ns"));
    return results;
  }

  /** JMH joins such samples over iterations and forks. */
  private static SampleBuffer samples(Histogram latencies) {
    SampleBuffer samples = new SampleBuffer();
    latencies
        .recordedValues()
        .forEach(
            value -> {
              for (long i = 0; i < value.getCountAtValueIteratedTo(); i++) {
                samples.add(latencies.medianEquivalentValue(value.getValueIteratedTo()));
              }
            });
    return samples;
  }

  /** The median of many. */
  static double clock() {
    long[] differences = new long[READINGS];
    for (int i = 0; i < READINGS; i++) {
      long before = System.nanoTime();
      differences[i] = System.nanoTime() - before;
    }
    Arrays.sort(differences);
    return differences[READINGS / 2];
  }

  private static ScalarResult scalar(String name, double value, String unit) {
    return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
  }
}
