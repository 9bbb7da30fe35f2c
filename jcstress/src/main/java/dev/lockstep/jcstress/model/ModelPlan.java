/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.run.Plan;
import java.time.Duration;
import java.util.List;

/**
 * How deep each plan looks: the one place that holds these numbers.
 *
 * @param lincheck how deep Lincheck does
 * @param fray how deep Fray does
 * @param mutants of one question at most
 */
record ModelPlan(Depth lincheck, Depth fray, int mutants) {

  /**
   * How long a known bug is looked for in any plan, in interleavings. Most are found within a few,
   * and how many that are may differ from JDK to JDK; a bug that is not found makes the run
   * incomplete.
   */
  static final int MOST_OF_A_BUG = 3_000;

  /**
   * How deep one checker looks.
   *
   * @param interleavings how many are tried of one check at most; a check with fewer is exhausted
   * @param limit how long one check may take before it counts as failed
   * @param each how long one takes on the average
   */
  record Depth(int interleavings, Duration limit, Duration each) {}

  static ModelPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new ModelPlan(
              new Depth(150, Duration.ofSeconds(30), Duration.ofMillis(300)),
              new Depth(25, Duration.ofSeconds(60), Duration.ofMillis(250)),
              Integer.MAX_VALUE);
      case QUICK ->
          new ModelPlan(
              new Depth(60, Duration.ofSeconds(30), Duration.ofMillis(200)),
              new Depth(15, Duration.ofSeconds(60), Duration.ofMillis(250)),
              1);
      case NIGHTLY ->
          new ModelPlan(
              new Depth(20_000, Duration.ofMinutes(10), Duration.ofSeconds(3)),
              new Depth(3_000, Duration.ofMinutes(10), Duration.ofSeconds(10)),
              Integer.MAX_VALUE);
      case FULL ->
          new ModelPlan(
              new Depth(200_000, Duration.ofHours(1), Duration.ofSeconds(30)),
              new Depth(100_000, Duration.ofHours(1), Duration.ofMinutes(6)),
              Integer.MAX_VALUE);
    };
  }

  Depth depth(Checker checker) {
    return checker == Checker.LINCHECK ? lincheck : fray;
  }

  /** How long all of these take; the two checkers work side by side. */
  Duration time(List<ModelCheck> checks) {
    Duration longest = Duration.ZERO;
    for (Checker checker : Checker.values()) {
      long count = checks.stream().filter(check -> check.checker() == checker).count();
      Duration time = depth(checker).each().multipliedBy(count);
      longest = time.compareTo(longest) > 0 ? time : longest;
    }
    return longest;
  }
}
