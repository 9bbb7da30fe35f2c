/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.jmh.counter.CounterCost;
import dev.lockstep.jmh.counter.FiveSensors;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The trials of the counters: what an increment costs, and the experiment of the book. */
final class CounterTrials {

  private CounterTrials() {}

  static List<Trial> of(PricePlan plan, int cores) {
    List<Trial> trials = new ArrayList<>();
    List<Integer> counts = PricePlan.counts(plan.threads(), cores);
    for (int threads : counts) {
      for (CounterKind kind : CounterKind.values()) {
        boolean alone = threads == 1 && counts.size() > 1;
        if (plan.counters().test(kind) && (!alone || plan.alone().test(kind))) {
          trials.add(
              Trial.of(CounterCost.class, "increment", kind)
                  .with("kind", kind.name())
                  .on(threads)
                  .timed("avgt", "ns/op", plan.forks(), plan.counter()));
        }
      }
    }
    for (CounterKind kind : CounterKind.values()) {
      for (boolean barrier : plan.barriers().stream().sorted().toList()) {
        if (plan.sensors().test(kind)) {
          trials.add(
              Trial.of(FiveSensors.class, "run", kind)
                  .with("kind", kind.name())
                  .with("startBarrier", String.valueOf(barrier))
                  .timed("ss", "ms/op", plan.forks(), new Series(plan.shots(), plan.shots(), 0)));
        }
      }
    }
    return trials;
  }

  /** Which counters the plan leaves to longer ones. */
  static List<Planned.NotRun> notRun(PricePlan plan) {
    return Arrays.stream(CounterKind.values())
        .filter(kind -> !plan.counters().test(kind))
        .map(
            kind ->
                Trial.of(CounterCost.class, "increment", kind)
                    .with("kind", kind.name())
                    .notRun("PLAN", Trial.FROM_NIGHTLY))
        .toList();
  }
}
