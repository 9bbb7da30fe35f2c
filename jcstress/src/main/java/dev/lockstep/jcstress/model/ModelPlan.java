/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.run.Plan;
import java.time.Duration;

/**
 * How deep each plan looks: the one place that holds these numbers.
 *
 * @param interleavings how many are tried of one check at most; a check with fewer is exhausted
 * @param limit how long one check may take before it counts as failed
 * @param each how long one takes on the average
 */
record ModelPlan(int interleavings, Duration limit, Duration each) {

  static ModelPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE -> new ModelPlan(100, Duration.ofSeconds(30), Duration.ofMillis(80));
      case QUICK -> new ModelPlan(300, Duration.ofSeconds(30), Duration.ofMillis(160));
      case NIGHTLY -> new ModelPlan(20_000, Duration.ofMinutes(10), Duration.ofSeconds(3));
      case FULL -> new ModelPlan(200_000, Duration.ofHours(1), Duration.ofSeconds(30));
    };
  }

  Duration time(int checks) {
    return each.multipliedBy(checks);
  }
}
