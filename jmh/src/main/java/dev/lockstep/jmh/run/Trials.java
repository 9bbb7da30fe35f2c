/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.core.run.Planned;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jmh.counter.CounterCost;
import dev.lockstep.jmh.counter.FiveSensors;
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
    List<Trial> executors = SweepTrials.of(plan.sweep(), plan.forks(), cores);
    all.trials.addAll(executors);
    all.notRun.addAll(SweepTrials.notRun(executors));
    KernelTrials kernels = KernelTrials.of(plan.kernels(), plan.forks());
    all.trials.addAll(kernels.planned());
    all.notRun.addAll(kernels.notRun());
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
    List<Integer> counts = PricePlan.counts(plan.threads(), cores);
    for (int threads : counts) {
      for (CounterKind kind : CounterKind.values()) {
        if (threads == 1 && counts.size() > 1 && !plan.alone().test(kind)) {
          continue;
        }
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
      notRun.add(trial.notRun("PLAN", "a barrier of two has no price for one thread alone"));
    } else if (plan.rounds().isEmpty()) {
      notRun.add(trial.notRun("PLAN", "priced from plan nightly on"));
    } else {
      for (int threads : threadCounts) {
        trials.add(
            trial.on(threads).timed("avgt", "ns/op", plan.forks(), plan.rounds().orElseThrow()));
      }
    }
  }
}
