/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * What the sweep says of executors beside the speed-ups themselves.
 *
 * @param cores of the machine, at which the kinds are compared
 * @param kinds one per kind that was swept, in the order of the plan
 * @param best the best kind per seed workload, explained
 */
public record Executors(int cores, List<Kind> kinds, List<Best> best) {

  /**
   * One kind of executor.
   *
   * @param workers what a worker count means to it, or null if it is not known
   * @param atCores per seed workload the point at as many workers as cores
   * @param grain null if no workloads of several grains were measured
   * @param openings making it, running an empty task per worker, closing it, once that is warm
   * @param roundTrips one trivial task there and back
   * @param cold first run of a list in a fresh JVM
   */
  public record Kind(
      String construct,
      String kind,
      String label,
      String workers,
      boolean baseline,
      List<At> atCores,
      Grain grain,
      List<Figure> openings,
      List<Figure> roundTrips,
      List<Cold> cold) {}

  /** A point of a sweep and its workload. */
  public record At(String workload, Sweep.Point point) {}

  /**
   * What a task costs beyond what it costs in SERIAL, from workloads of the same work in ever more
   * tasks.
   *
   * @param workers null for a kind for which workers mean nothing
   * @param overheadNanos core time per task
   * @param interval over the forks, or null with fewer than 3
   * @param points how many workloads it is drawn through
   * @param half the grain from which on half of the bound is reached
   * @param nine the grain from which on 0.9 of the bound is reached
   */
  public record Grain(
      Integer workers,
      double overheadNanos,
      Interval interval,
      int points,
      BreakEven half,
      BreakEven nine,
      List<String> trials) {}

  /**
   * Steps per task at which a share of the bound is reached.
   *
   * @param where {@code AT}, or {@code BELOW} or {@code ABOVE} all grains that were measured; steps
   *     are then those of the nearest
   */
  public record BreakEven(String where, double steps) {}

  /**
   * A run of a list in a fresh JVM, pool included.
   *
   * @param warm the same once everything is warm, or null if that was not measured
   * @param ratio cold by warm, or null
   */
  public record Cold(
      String workload, Integer workers, Figure cold, Figure warm, Ratio ratio, String trial) {}

  /**
   * The best kind on a seed workload, and what stands between it and the bound.
   *
   * @param alike kinds that intervals do not tell apart from it
   * @param split whether this kind may divide a task, so that the cores are its bound
   * @param share share of the bound that it reaches
   * @param flame shares of the profiler's samples, or null
   * @param flameWhy why there are none, or null
   * @param between whether the second sentence tells how the core time divides
   * @param sentences the same in words
   */
  public record Best(
      String workload,
      String kind,
      String construct,
      List<String> alike,
      boolean split,
      double share,
      Sweep.Point point,
      Shares flame,
      String flameWhy,
      boolean between,
      List<String> sentences) {}

  /** Where CPU time went; the shares add up to 1. */
  public record Shares(
      long samples, double kernel, double executor, double jvm, double system, double harness) {}
}
