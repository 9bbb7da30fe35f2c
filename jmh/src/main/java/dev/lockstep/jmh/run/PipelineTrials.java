/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.pipeline.HandMade;
import dev.lockstep.jmh.pipeline.LineThroughput;
import dev.lockstep.jmh.pipeline.PipelineThroughput;
import dev.lockstep.jmh.queue.QueueCost;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.List;

/** The trials of queues, and of lines of stages with queues between them. */
final class PipelineTrials {

  private final PipelinePlan plan;
  private final List<Trial> trials = new ArrayList<>();
  private final List<Planned.NotRun> notRun = new ArrayList<>();

  private PipelineTrials(PipelinePlan plan) {
    this.plan = plan;
  }

  static PipelineTrials of(PipelinePlan plan) {
    PipelineTrials all = new PipelineTrials(plan);
    for (QueueKind queue : QueueKind.values()) {
      all.cost(queue);
    }
    for (QueueKind queue : QueueKind.values()) {
      all.lines(queue);
    }
    for (PipelineKind kind : PipelineKind.values()) {
      all.lines(kind);
    }
    plan.byHand().ifPresent(all::byHand);
    all.unpriced();
    return all;
  }

  List<Trial> planned() {
    return List.copyOf(trials);
  }

  List<Planned.NotRun> notRun() {
    return List.copyOf(notRun);
  }

  private void cost(QueueKind queue) {
    Trial trial = Trial.of(QueueCost.class, "putAndTake", queue).with("kind", queue.name());
    if (queue.bounds() == Bounds.NONE && plan.costs().isPresent()) {
      notRun.add(trial.notRun("PLAN", "one thread alone cannot hand anything over to itself"));
    } else if (plan.costs().isPresent()) {
      trials.add(trial.timed("avgt", "ns/op", plan.forks(), plan.costs().get()));
    }
  }

  private void lines(QueueKind queue) {
    if (queue.guarantee() == Guarantee.RACY) {
      return; // a line that loses items has no throughput
    }
    for (Line line : Line.all(queue.bounds())) {
      if (plan.has(queue, line)) {
        trials.add(
            timed(
                named(PipelineThroughput.class, queue, line)
                    .with("queue", queue.name())
                    .with("thread", line.virtual() ? "VIRTUAL" : "PLATFORM"),
                line));
      }
    }
  }

  private void lines(PipelineKind kind) {
    for (Line line : Line.all(kind.bounds())) {
      if (!line.virtual() && plan.has(kind, line)) {
        trials.add(timed(named(LineThroughput.class, kind, line).with("kind", kind.name()), line));
      }
    }
  }

  private static Trial named(Class<?> benchmarks, Construct construct, Line line) {
    return Trial.of(benchmarks, "run", construct)
        .with("layout", line.layout().param())
        .with("capacity", line.capacity().param())
        .with("latencyMicros", line.latency().param());
  }

  private Trial timed(Trial trial, Line line) {
    return trial.timed("avgt", "us/op", plan.forks(), plan.series(line)).as(Trial.Role.PIPELINE);
  }

  private void byHand(Series shots) {
    for (QueueKind queue : List.of(QueueKind.POLLING, QueueKind.CLOSABLE)) {
      trials.add(
          Trial.of(HandMade.class, "run", queue)
              .with("queue", queue.name())
              .timed("ss", "ms/op", plan.forks(), shots)
              .as(Trial.Role.HAND_MADE));
    }
  }

  /** What a short plan leaves to longer ones. */
  private void unpriced() {
    for (QueueKind queue : QueueKind.values()) {
      unpriced(Trial.of(QueueCost.class, "putAndTake", queue).with("kind", queue.name()));
    }
    for (PipelineKind kind : PipelineKind.values()) {
      unpriced(Trial.of(LineThroughput.class, "run", kind).with("kind", kind.name()));
    }
  }

  private void unpriced(Trial trial) {
    if (trials.stream().noneMatch(other -> other.construct().equals(trial.construct()))) {
      notRun.add(trial.notRun("PLAN", Trial.FROM_NIGHTLY));
    }
  }
}
