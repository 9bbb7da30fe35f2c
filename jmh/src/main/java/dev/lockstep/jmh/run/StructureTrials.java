/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.map.MapKind;
import dev.lockstep.core.pair.PairKind;
import dev.lockstep.core.stack.StackKind;
import dev.lockstep.jmh.map.MapCost;
import dev.lockstep.jmh.pair.PairCost;
import dev.lockstep.jmh.stack.StackCost;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.List;

/** The trials of pairs, stacks and maps, in the plans that price rounds. */
final class StructureTrials {

  private StructureTrials() {}

  static List<Trial> of(PricePlan plan, int cores) {
    List<Trial> trials = new ArrayList<>();
    plan.rounds()
        .ifPresent(
            series -> {
              for (Trial trial : bare()) {
                if (trial.construct() instanceof PairKind) {
                  trials.add(trial.with("writers", "0"));
                  trials.add(trial.with("writers", "1"));
                } else {
                  PricePlan.counts(plan.attempts(), cores)
                      .forEach(threads -> trials.add(trial.on(threads)));
                }
              }
              trials.replaceAll(trial -> trial.timed("avgt", "ns/op", plan.forks(), series));
            });
    return List.copyOf(trials);
  }

  static List<Planned.NotRun> notRun(PricePlan plan) {
    return plan.rounds().isPresent()
        ? List.of()
        : bare().stream().map(trial -> trial.notRun("PLAN", Trial.FROM_NIGHTLY)).toList();
  }

  private static List<Trial> bare() {
    List<Trial> trials = new ArrayList<>();
    for (PairKind kind : PairKind.values()) {
      trials.add(Trial.of(PairCost.class, "read", kind).with("kind", kind.name()));
    }
    for (StackKind kind : StackKind.values()) {
      trials.add(Trial.of(StackCost.class, "pushAndPop", kind).with("kind", kind.name()));
    }
    for (MapKind kind : MapKind.values()) {
      trials.add(Trial.of(MapCost.class, "count", kind).with("kind", kind.name()));
    }
    return trials;
  }
}
