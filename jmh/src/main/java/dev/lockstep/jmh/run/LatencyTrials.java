/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.link.LinkKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.counter.CounterCost;
import dev.lockstep.jmh.executor.OpenLoop;
import dev.lockstep.jmh.executor.RoundTrip;
import dev.lockstep.jmh.link.Handoff;
import dev.lockstep.jmh.lock.LockCost;
import dev.lockstep.jmh.queue.QueueCost;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;

/**
 * The trials of single operations: the benchmarks that others take means of, in JMH's sample mode,
 * and requests that arrive at a rate of their own.
 */
final class LatencyTrials {

  private final LatencyPlan plan;
  private final int cores;
  private final List<Trial> trials = new ArrayList<>();

  private LatencyTrials(LatencyPlan plan, int cores) {
    this.plan = plan;
    this.cores = cores;
  }

  static List<Trial> of(LatencyPlan plan, int cores) {
    LatencyTrials all = new LatencyTrials(plan, cores);
    if (plan.measures()) {
      all.roundTrips();
      all.handOffs();
      all.contended();
      all.queues();
      all.openLoops();
    }
    return List.copyOf(all.trials);
  }

  /** What a short plan leaves to longer ones, by benchmark: each construct has its mean. */
  static List<Planned.NotRun> notRun(LatencyPlan plan) {
    return plan.measures()
        ? List.of()
        : Stream.of("RoundTrip", "Handoff", "LockCost", "CounterCost", "QueueCost", "OpenLoop")
            .map(name -> name + "-latency")
            .map(name -> new Planned.NotRun("TRIAL", name, null, "PLAN", Trial.FROM_NIGHTLY))
            .toList();
  }

  private void roundTrips() {
    for (ExecutorKind kind : ExecutorKind.values()) {
      sample(trial(RoundTrip.class, "map", kind).with("workers", "1"), "us/op");
    }
  }

  /** A call is over before the clock has moved. */
  private void handOffs() {
    for (LinkKind kind : LinkKind.values()) {
      for (Handoff.On thread : Handoff.On.values()) {
        boolean fits = kind.threads() != (thread == Handoff.On.NONE) && kind != LinkKind.CALL;
        if (fits && kind.unavailable().isEmpty()) {
          sample(
              trial(Handoff.class, "roundTrip", kind)
                  .with("depth", "1")
                  .with("thread", thread.name()),
              "us/op");
        }
      }
    }
  }

  private void contended() {
    for (int threads : PricePlan.counts(plan.threads(), cores)) {
      for (LockKind kind : LockKind.values()) {
        sample(trial(LockCost.class, "lockAndUnlock", kind).on(threads), "ns/op");
      }
      for (CounterKind kind : CounterKind.values()) {
        sample(trial(CounterCost.class, "increment", kind).on(threads), "ns/op");
      }
    }
  }

  private void queues() {
    for (QueueKind kind : QueueKind.values()) {
      if (kind.bounds() != Bounds.NONE) {
        sample(trial(QueueCost.class, "putAndTake", kind), "ns/op");
      }
    }
  }

  private void openLoops() {
    for (int rate : plan.rates()) {
      for (ExecutorKind kind : ExecutorKind.values()) {
        openLoop("pool", kind, rate, Point.takesCount(kind) ? cores : 1);
      }
      for (QueueKind kind : QueueKind.values()) {
        if (kind.guarantee() != Guarantee.RACY) { // one that loses requests serves none for sure
          openLoop("queue", kind, rate, cores);
        }
      }
    }
  }

  private void openLoop(String method, Construct kind, int rate, int workers) {
    if (plan.kinds().test(kind)) {
      trials.add(
          trial(OpenLoop.class, method, kind)
              .with("rate", String.valueOf(rate))
              .with("arrivals", String.valueOf(plan.arrivals()))
              .with("workers", String.valueOf(workers))
              .timed("ss", "ms/op", plan.forks(), plan.shots())
              .as(Trial.Role.OPEN_LOOP));
    }
  }

  private void sample(Trial trial, String unit) {
    if (plan.kinds().test(trial.construct())) {
      trials.add(
          trial
              .timed(Mode.SampleTime.shortLabel(), unit, plan.forks(), plan.series())
              .as(Trial.Role.LATENCY));
    }
  }

  private static Trial trial(Class<?> benchmarks, String method, Construct kind) {
    return Trial.of(benchmarks, method, kind).with("kind", kind.name());
  }
}
