/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Workers;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.core.run.Planned;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jmh.counter.CounterCost;
import dev.lockstep.jmh.counter.FiveSensors;
import dev.lockstep.jmh.executor.ExecutorSweep;
import dev.lockstep.jmh.future.FutureCost;
import dev.lockstep.jmh.lock.TryLockCost;
import dev.lockstep.jmh.publication.PublicationCost;
import dev.lockstep.jmh.sync.SignalCost;
import java.util.ArrayList;
import java.util.List;

/**
 * The trials of a plan, and the constructs that have no price in it. JMH would measure the whole
 * cross product of the parameters; this leaves out combinations that mean nothing, such as SERIAL
 * on two workers.
 */
final class Trials {

  private final PricePlan plan;
  private final int cores;
  private final List<Trial> trials = new ArrayList<>();
  private final List<Planned.NotRun> notRun = new ArrayList<>();

  private Trials(PricePlan plan, int cores) {
    this.plan = plan;
    this.cores = cores;
  }

  static Trials of(PricePlan plan, int cores) {
    Trials all = new Trials(plan, cores);
    all.counters();
    all.sensors();
    for (Workload workload : Workload.values()) {
      all.sweep(workload);
    }
    all.rounds();
    return all;
  }

  /** What is measured. */
  List<Trial> planned() {
    return List.copyOf(trials);
  }

  /** What is not, and why: one entry for a construct, whatever the number of threads. */
  List<Planned.NotRun> notRun() {
    return List.copyOf(notRun);
  }

  private void counters() {
    for (int threads : PricePlan.counts(plan.threads(), cores)) {
      for (CounterKind kind : CounterKind.values()) {
        trials.add(
            Trial.of(CounterCost.class, "increment", kind)
                .with("kind", kind.name())
                .on(threads)
                .timed("avgt", "ns/op", plan.forks(), plan.counter()));
      }
    }
  }

  private void sensors() {
    for (CounterKind kind : CounterKind.values()) {
      for (boolean barrier : plan.barriers().stream().sorted().toList()) {
        if (plan.sensors().test(kind)) {
          trials.add(
              Trial.of(FiveSensors.class, "run", kind)
                  .with("kind", kind.name())
                  .with("startBarrier", String.valueOf(barrier))
                  .timed("ss", "ms/op", plan.forks(), new Series(0, plan.shots(), 0)));
        }
      }
    }
  }

  private void sweep(Workload workload) {
    Trial baseline = sweep(workload, ExecutorKind.SERIAL, 1);
    trials.add(baseline.sweeping(workload.name(), 1, 1.0, baseline.id()));
    for (ExecutorKind kind : ExecutorKind.values()) {
      if (kind == ExecutorKind.SERIAL) {
        continue;
      }
      boolean single = kind.workers() == Workers.SINGLE;
      boolean counted = kind.workers() != Workers.NONE && !single;
      List<Integer> counts = counted ? PricePlan.counts(plan.workers(), cores) : List.of(1);
      for (int workers : counts) {
        if (workers > cores && !plan.beyond().test(kind)) {
          continue;
        }
        int limit = counted || single ? workers : workload.tasks().size();
        trials.add(
            sweep(workload, kind, workers)
                .sweeping(
                    workload.name(),
                    counted ? workers : null,
                    workload.makespanBound(limit),
                    baseline.id()));
      }
    }
  }

  private Trial sweep(Workload workload, Construct kind, int workers) {
    return Trial.of(ExecutorSweep.class, "map", kind)
        .with("kind", kind.name())
        .with("workers", String.valueOf(workers))
        .with("workload", workload.name())
        .timed("avgt", "ms/op", plan.forks(), plan.sweep());
  }

  private void rounds() {
    for (LockKind kind : LockKind.values()) {
      round(TryLockCost.class, "tryLock", kind, PricePlan.counts(plan.attempts(), cores));
    }
    for (SyncKind kind : SyncKind.values()) {
      round(SignalCost.class, "sendAndAwait", kind, List.of(1));
    }
    for (PublicationKind kind : PublicationKind.values()) {
      round(PublicationCost.class, "publishAndRead", kind, List.of(1));
    }
    for (FutureKind kind : FutureKind.values()) {
      round(FutureCost.class, "completeAndGet", kind, List.of(1));
    }
  }

  private void round(
      Class<?> benchmarks, String method, Construct kind, List<Integer> threadCounts) {
    Trial trial = Trial.of(benchmarks, method, kind).with("kind", kind.name());
    if (kind == SyncKind.BARRIER) {
      notRun.add(trial.notRun("a barrier of two has no price for one thread alone"));
    } else if (plan.rounds().isEmpty()) {
      notRun.add(trial.notRun("priced from plan nightly on"));
    } else {
      for (int threads : threadCounts) {
        trials.add(
            trial.on(threads).timed("avgt", "ns/op", plan.forks(), plan.rounds().orElseThrow()));
      }
    }
  }
}
