/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.order.OrderKind;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.core.rwlock.ReadWriteKind;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jmh.future.FutureCost;
import dev.lockstep.jmh.lock.LockCost;
import dev.lockstep.jmh.lock.TryLockCost;
import dev.lockstep.jmh.order.FalseSharing;
import dev.lockstep.jmh.order.OrderCost;
import dev.lockstep.jmh.publication.PublicationCost;
import dev.lockstep.jmh.rwlock.ReadCost;
import dev.lockstep.jmh.sync.SignalCost;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.List;

/** The trials of one access, one attempt, one read, one signal, one publication, one promise. */
final class RoundTrials {

  private final PricePlan plan;
  private final List<Trial> trials = new ArrayList<>();
  private final List<Planned.NotRun> notRun = new ArrayList<>();

  private RoundTrials(PricePlan plan) {
    this.plan = plan;
  }

  static RoundTrials of(PricePlan plan, int cores) {
    RoundTrials all = new RoundTrials(plan);
    for (OrderKind kind : OrderKind.values()) {
      all.round(OrderCost.class, "storeThenLoad", kind, List.of(1));
    }
    all.neighbours();
    for (LockKind kind : LockKind.values()) {
      all.round(TryLockCost.class, "tryLock", kind, PricePlan.counts(plan.attempts(), cores));
      if (plan.rounds().isPresent()) { // else it is said of the attempt
        all.round(LockCost.class, "lockAndUnlock", kind, PricePlan.counts(plan.attempts(), cores));
      }
    }
    for (ReadWriteKind kind : ReadWriteKind.values()) {
      all.round(
          Trial.of(ReadCost.class, "read", kind).with("writer", "false"),
          PricePlan.counts(plan.attempts(), cores));
      if (plan.rounds().isPresent()) {
        all.round(Trial.of(ReadCost.class, "read", kind).with("writer", "true"), List.of(1));
      }
    }
    for (SyncKind kind : SyncKind.values()) {
      all.round(SignalCost.class, "sendAndAwait", kind, List.of(1));
    }
    for (PublicationKind kind : PublicationKind.values()) {
      all.round(PublicationCost.class, "publishAndRead", kind, List.of(1));
    }
    for (FutureKind kind : FutureKind.values()) {
      all.round(FutureCost.class, "completeAndGet", kind, List.of(1));
    }
    return all;
  }

  List<Trial> planned() {
    return List.copyOf(trials);
  }

  List<Planned.NotRun> notRun() {
    return List.copyOf(notRun);
  }

  /** Two counters of two threads in one line of the cache, and in lines of their own. */
  private void neighbours() {
    plan.rounds()
        .ifPresent(
            series -> {
              for (int distance : List.of(8, 128)) {
                trials.add(
                    Trial.of(FalseSharing.class, "increment", OrderKind.OPAQUE)
                        .with("distance", String.valueOf(distance))
                        .on(2)
                        .timed("avgt", "ns/op", plan.forks(), series));
              }
            });
  }

  private void round(
      Class<?> benchmarks, String method, Construct kind, List<Integer> threadCounts) {
    round(Trial.of(benchmarks, method, kind), threadCounts);
  }

  private void round(Trial of, List<Integer> threadCounts) {
    Construct kind = of.construct();
    Trial trial = of.with("kind", kind.name());
    if (kind == SyncKind.BARRIER) {
      notRun.add(trial.notRun("PLAN", "a barrier of two has no price for one thread alone"));
    } else if (plan.rounds().isEmpty()) {
      notRun.add(trial.notRun("PLAN", Trial.FROM_NIGHTLY));
    } else {
      for (int threads : threadCounts) {
        trials.add(
            trial.on(threads).timed("avgt", "ns/op", plan.forks(), plan.rounds().orElseThrow()));
      }
    }
  }
}
