/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.kernel.KernelKind;
import dev.lockstep.core.kernel.VectorEngine;
import dev.lockstep.jmh.kernel.DividerBound;
import dev.lockstep.jmh.kernel.Function;
import dev.lockstep.jmh.kernel.KernelCost;
import dev.lockstep.run.Planned;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trials of the kernels.
 *
 * @param planned what is measured
 * @param notRun which kernels are not, and why
 */
record KernelTrials(List<Trial> planned, List<Planned.NotRun> notRun) {

  static KernelTrials of(KernelPlan plan, int forks) {
    List<Trial> planned = new ArrayList<>();
    List<Planned.NotRun> notRun = new ArrayList<>();
    for (KernelKind kind : KernelKind.values()) {
      Trial run = Trial.of(KernelCost.class, "run", kind).with("kind", kind.name());
      Optional<String> unavailable = unavailable(kind);
      if (!plan.kinds().test(kind)) {
        notRun.add(run.notRun("PLAN", Trial.FROM_NIGHTLY));
      } else if (unavailable.isPresent()) {
        notRun.add(run.notRun("MACHINE", unavailable.get()));
      } else {
        plan.functions().forEach(function -> add(planned, kind, function, plan, forks));
      }
    }
    return new KernelTrials(List.copyOf(planned), List.copyOf(notRun));
  }

  private static void add(
      List<Trial> planned, KernelKind kind, Function function, KernelPlan plan, int forks) {
    planned.add(
        trial(KernelCost.class, "run", kind, function)
            .timed("avgt", "ms/op", forks, plan.series())
            .as(Trial.Role.KERNEL));
    if (plan.calls()) {
      planned.add(
          trial(KernelCost.class, "call", kind, function)
              .timed("avgt", "ns/op", forks, plan.series())
              .as(Trial.Role.CALL));
    }
    if (kind == KernelKind.VECTOR) {
      planned.add(
          trial(DividerBound.class, "divide", kind, function)
              .timed("avgt", "ms/op", forks, plan.series())
              .as(Trial.Role.DIVIDER));
    }
  }

  private static Trial trial(
      Class<?> benchmarks, String method, KernelKind kind, Function function) {
    return Trial.of(benchmarks, method, kind)
        .with("kind", kind.name())
        .with("function", function.name());
  }

  /** The forks of these benchmarks have the module of the Vector API; this JVM may not have it. */
  private static Optional<String> unavailable(KernelKind kind) {
    boolean forksHaveIt =
        kind == KernelKind.VECTOR && ModuleFinder.ofSystem().find(VectorEngine.MODULE).isPresent();
    return forksHaveIt ? Optional.empty() : kind.unavailable();
  }
}
