/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.kernel.KernelKind;
import dev.lockstep.jmh.kernel.Function;
import dev.lockstep.run.Plan;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What each plan measures of the kernels.
 *
 * @param series iterations of a trial
 * @param kinds which kernels
 * @param functions which of their functions
 * @param calls whether what a call costs is measured, too
 */
record KernelPlan(
    Series series, Predicate<KernelKind> kinds, Set<Function> functions, boolean calls) {

  private static final Set<Function> BOTH = EnumSet.allOf(Function.class);

  static KernelPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE -> new KernelPlan(new Series(1, 2, 30), kind -> true, BOTH, true);
      case QUICK -> new KernelPlan(new Series(9, 33, 3, 100), kind -> false, BOTH, false);
      case NIGHTLY -> new KernelPlan(new Series(10, 15, 100), kind -> true, BOTH, true);
      case FULL -> new KernelPlan(new Series(20, 50, 100), kind -> true, BOTH, true);
    };
  }
}
