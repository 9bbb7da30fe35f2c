/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * What a unit of concurrency costs: to start, to hand a value to, to keep.
 *
 * @param ratios what the starts cost by each other
 * @param findings what the figures tell
 */
public record Units(
    List<Start> starts,
    List<Against> ratios,
    List<Handoff> handoffs,
    List<Footprint> footprints,
    List<Finding> findings) {

  /** Starting a unit and waiting for its end. */
  public record Start(
      String construct,
      String kind,
      String label,
      Figure time,
      Double cpuNanos,
      Double bytes,
      String trial) {}

  /** The time of one start by that of another; both are kinds. */
  public record Against(String kind, String other, Ratio ratio, List<String> trials) {}

  /**
   * A value there and back.
   *
   * @param depth parties in the chain beside the caller
   * @param thread {@code PLATFORM}, {@code VIRTUAL}, or {@code NONE}
   * @param hopNanos handing the value over once: the way there and back has two hops per party
   * @param switches of context per round trip, or null
   */
  public record Handoff(
      String construct,
      String kind,
      String label,
      int depth,
      String thread,
      Figure time,
      double hopNanos,
      Double switches,
      String trial) {}

  /**
   * Bytes per parked thread; null what was not counted.
   *
   * @param count threads that were parked
   * @param stackKilobytes size of the stack that was asked for; 0 for the default
   * @param reserved addresses set aside for stacks
   * @param committed of them backed by memory
   * @param heap live objects
   * @param rss growth of the whole process, as the system counts it
   */
  public record Footprint(
      String construct,
      String kind,
      String label,
      long count,
      long stackKilobytes,
      Double reserved,
      Double committed,
      Double heap,
      Double rss,
      String trial) {}
}
