/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.link.LinkKind;
import dev.lockstep.core.unit.UnitKind;
import dev.lockstep.jmh.link.Handoff;
import dev.lockstep.jmh.unit.Footprint;
import dev.lockstep.jmh.unit.SpawnCost;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trials of what work is started in, what that keeps of memory, and how values are handed on.
 */
final class UnitTrials {

  private final UnitPlan plan;
  private final List<Trial> trials = new ArrayList<>();
  private final List<Planned.NotRun> notRun = new ArrayList<>();

  private UnitTrials(UnitPlan plan) {
    this.plan = plan;
  }

  static UnitTrials of(UnitPlan plan) {
    UnitTrials all = new UnitTrials(plan);
    for (UnitKind kind : UnitKind.values()) {
      if (all.has(kind, SpawnCost.class, "spawn")) {
        all.spawn(kind);
      }
    }
    for (LinkKind kind : LinkKind.values()) {
      if (all.has(kind, Handoff.class, "roundTrip")) {
        all.handOff(kind);
      }
    }
    all.footprints();
    return all;
  }

  List<Trial> planned() {
    return List.copyOf(trials);
  }

  List<Planned.NotRun> notRun() {
    return List.copyOf(notRun);
  }

  /** Whether there is anything to measure of a kind; if not, that is noted. */
  private boolean has(Construct kind, Class<?> benchmarks, String method) {
    Trial trial = Trial.of(benchmarks, method, kind).with("kind", kind.name());
    Optional<String> unavailable = kind.unavailable();
    if (!plan.measures()) {
      notRun.add(trial.notRun("PLAN", Trial.FROM_NIGHTLY));
    } else if (unavailable.isPresent()) {
      notRun.add(trial.notRun("MACHINE", unavailable.get()));
    }
    return plan.measures() && unavailable.isEmpty();
  }

  private void spawn(UnitKind kind) {
    trials.add(
        Trial.of(SpawnCost.class, "spawn", kind)
            .with("kind", kind.name())
            .timed("avgt", "us/op", plan.forks(), kind.sharesMemory() ? plan.series() : plan.slow())
            .as(Trial.Role.SPAWN));
  }

  private void handOff(LinkKind kind) {
    for (Handoff.On thread : Handoff.On.values()) {
      for (int depth : plan.depths()) {
        if (kind.threads() != (thread == Handoff.On.NONE) && depth <= kind.deepest()) {
          trials.add(
              Trial.of(Handoff.class, "roundTrip", kind)
                  .with("kind", kind.name())
                  .with("depth", String.valueOf(depth))
                  .with("thread", thread.name())
                  .timed("avgt", "us/op", plan.forks(), plan.series())
                  .as(Trial.Role.HANDOFF));
        }
      }
    }
  }

  /** One shot per fork: threads that have been leave something behind. */
  private void footprints() {
    for (UnitPlan.Parked parked : plan.parked()) {
      trials.add(
          Trial.of(Footprint.class, "park", parked.kind())
              .with("kind", parked.kind().name())
              .with("count", String.valueOf(parked.count()))
              .with("stackKilobytes", String.valueOf(parked.stackKilobytes()))
              .timed("ss", "ms/op", plan.forks(), new Series(0, 1, 0))
              .as(Trial.Role.FOOTPRINT));
    }
  }
}
