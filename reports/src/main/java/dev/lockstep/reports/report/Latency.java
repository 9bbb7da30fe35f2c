/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * How long single operations took, where prices are means.
 *
 * @param samples one operation after the other, by threads that do nothing else
 * @param openLoops requests that arrived at a rate of their own
 * @param findings what the figures tell
 */
public record Latency(List<Row> samples, List<Row> openLoops, List<Finding> findings) {

  /** Fewer samples in a fork say nothing of one operation in a thousand. */
  public static final long ENOUGH = 10_000;

  /**
   * One trial. Each figure is the geometric mean of its forks, in nanoseconds.
   *
   * @param work the method of the benchmark
   * @param setting what tells it from its neighbours, or an empty text
   * @param workers behind an open loop, otherwise null
   * @param samples of the fork that has the fewest
   * @param p999 null if a fork has fewer than {@link #ENOUGH} samples
   * @param clockNanos between two readings of the clock in a row, or null
   * @param nearClock whether half of the operations are so short that the clock is a good part of
   *     them
   * @param fairness operations of the thread with the fewest by those of the one with the most, the
   *     median of the forks; null for one thread
   * @param asked arrivals a second, otherwise null
   * @param kept arrivals that were served a second, the median of the forks
   */
  public record Row(
      String construct,
      String kind,
      String label,
      String work,
      String setting,
      int threads,
      Integer workers,
      long samples,
      Figure p50,
      Figure p99,
      Figure p999,
      Figure max,
      Double clockNanos,
      boolean nearClock,
      Double fairness,
      Double asked,
      Double kept,
      String trial) {

    /** A shot ends with its last request, so that nobody keeps a rate to the last digit. */
    private static final double KEEPS = 0.95;

    /** Returns whether the rate was kept; what did not gives latencies that only grow. */
    public boolean keeps() {
      return asked == null || (kept != null && kept >= KEEPS * asked);
    }
  }
}
