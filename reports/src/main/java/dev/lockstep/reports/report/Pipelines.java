/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * What queues and pipelines cost: a thousand items through three stages.
 *
 * @param rows one per measured trial, in the order of the plan
 * @param cpython the same pipeline in CPython
 * @param handMade the queue made by hand beside the closable one
 * @param findings which queue to choose, by rule
 */
public record Pipelines(
    List<Row> rows, List<Python> cpython, List<HandMade> handMade, List<Finding> findings) {

  /**
   * One queue, or one way to build the line, in one setting.
   *
   * @param queue whether the suite's pipeline ran over this queue; otherwise a line of its own make
   * @param layout workers per stage, such as {@code 3/4/5}
   * @param capacity such as {@code 16}, or {@code UNBOUNDED}; 0 hands over without room
   * @param latencyMicros what each stage waits per item
   * @param thread {@code PLATFORM} or {@code VIRTUAL}, or null where it means nothing
   * @param time per item
   * @param rate items per second
   * @param direct the same line by hand on LinkedBlockingQueue, or null if that was not measured
   * @param overCpython times as many items per second, or null if that was not measured
   * @param bound what the latencies allow, or null without latency
   * @param counts what the benchmark counted
   * @param cpuNanos CPU time of all threads per item
   * @param bytes allocated per item
   * @param proof as of a price
   */
  public record Row(
      String construct,
      String kind,
      String label,
      boolean queue,
      String layout,
      String capacity,
      String latencyMicros,
      String thread,
      Figure time,
      Rate rate,
      Against direct,
      Double overCpython,
      Bound bound,
      Counts counts,
      Double cpuNanos,
      Double bytes,
      String proof,
      String trial) {

    /** Returns whether the queue can be full. */
    public boolean bounded() {
      return !capacity.equals("UNBOUNDED");
    }

    /** Returns whether any stage waits. */
    public boolean waits() {
      return bound != null;
    }
  }

  /** Items per second with the 95 % interval, which is null with fewer than 3 forks. */
  public record Rate(double value, Interval interval) {}

  /** How many times as fast as another trial. */
  public record Against(String trial, Ratio ratio) {}

  /**
   * No line is faster than its slowest stage: workers by latency.
   *
   * @param rate items per second
   * @param share of it that was reached
   */
  public record Bound(double rate, double share) {}

  /**
   * Per run of a thousand items; null what was not counted. Lines that are none of the suite's
   * count no more than their runs.
   *
   * @param runs how many runs were counted
   * @param items that came out
   * @param takes that gave an item, all stages together
   * @param polls attempts to take, with those that found nothing
   * @param maxDepth most items that were seen waiting in one queue, in any run
   * @param lagMicros from the end of the last item until the caller knew
   */
  public record Counts(
      double runs,
      Double items,
      Double takes,
      Double polls,
      Double emptyPolls,
      Double maxDepth,
      Double lagMicros) {}

  /** CPython here: median, fastest and slowest repetition, and items per second of the median. */
  public record Python(
      String queue,
      List<Integer> workers,
      long items,
      double median,
      double low,
      double high,
      int repetitions,
      double rate) {}

  /**
   * The four problems of a queue made by hand, as figures; null what was not counted.
   *
   * @param polls attempts to take per run
   * @param emptyPolls those that found nothing
   * @param idleCpu share of one core that idle workers take
   * @param lagMicros from the end of the last item until the caller knew
   * @param workersLeft most threads that still ran after all work was done and all were asked to
   *     stop
   * @param maxDepth most items that waited before a slow stage
   */
  public record HandMade(
      String construct,
      String kind,
      String label,
      Figure time,
      int shots,
      Double polls,
      Double emptyPolls,
      Double idleCpu,
      Double lagMicros,
      Double workersLeft,
      Double maxDepth,
      String trial) {}
}
