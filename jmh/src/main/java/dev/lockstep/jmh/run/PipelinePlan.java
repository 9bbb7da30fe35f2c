/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.run.Plan;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What each plan measures of queues and pipelines.
 *
 * @param forks score forks of each trial
 * @param costs iterations of one put and one take; empty in a plan that leaves them out
 * @param series iterations of a line whose stages take no time
 * @param slow the same where they do, and a thousand items take a second
 * @param byHand shots of the program of the notes, of which the first, which loads the classes, is
 *     not counted; empty in a plan that leaves it out
 */
record PipelinePlan(
    Plan plan,
    int forks,
    Optional<Series> costs,
    Series series,
    Series slow,
    Optional<Series> byHand) {

  /** What the notes have, and what replaces it. */
  private static final Set<QueueKind> TOLD =
      EnumSet.of(
          QueueKind.POLLING, QueueKind.CLOSABLE, QueueKind.LINKED_BLOCKING, QueueKind.SYNCHRONOUS);

  /** Of a plan that measures none. */
  private static final Series NO_LINE = new Series(0, 1, 0);

  static PipelinePlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new PipelinePlan(
              plan,
              1,
              Optional.of(new Series(1, 2, 30)),
              new Series(1, 2, 30),
              new Series(0, 1, 30),
              Optional.of(new Series(1, 1, 0)));
      case QUICK -> new PipelinePlan(plan, 0, Optional.empty(), NO_LINE, NO_LINE, Optional.empty());
      case NIGHTLY ->
          new PipelinePlan(
              plan,
              3,
              Optional.of(new Series(10, 10, 100)),
              new Series(10, 10, 100),
              new Series(1, 3, 100),
              Optional.of(new Series(1, 3, 0)));
      case FULL ->
          new PipelinePlan(
              plan,
              10,
              Optional.of(new Series(20, 50, 100)),
              new Series(20, 50, 100),
              new Series(2, 10, 100),
              Optional.of(new Series(1, 10, 0)));
    };
  }

  /** Whether the plan measures a line over a kind of queue. */
  boolean has(QueueKind queue, Line line) {
    return switch (plan) {
      case SMOKE -> line.isFirst(queue.bounds());
      case QUICK -> false; // three forks of a line differ by more than two queues do
      case NIGHTLY -> isInNightly(queue, line);
      case FULL -> true;
    };
  }

  /**
   * Every kind with no work in the stages, at the sizes that it can have; the telling ones with
   * work, with a slow stage in the middle, and on virtual threads.
   */
  private static boolean isInNightly(QueueKind queue, Line line) {
    boolean largest = line.isLargest(queue.bounds());
    boolean one = line.layout() == Line.Layout.ONE_EACH;
    boolean told = TOLD.contains(queue);
    return switch (line.latency()) {
      case NONE ->
          line.virtual() ? told && largest && one : largest || (one && isBounded(queue, line));
      case EACH -> told && largest && !(line.virtual() && one);
      case MIDDLE -> told && one && !line.virtual() && (largest || isBounded(queue, line));
    };
  }

  /** All sizes of the queue with sentinels, and the size at which another is full all the time. */
  private static boolean isBounded(QueueKind queue, Line line) {
    return queue == QueueKind.CLOSABLE || (TOLD.contains(queue) && line.isSmall());
  }

  /** Whether the plan measures a kind of pipeline. */
  boolean has(PipelineKind kind, Line line) {
    return switch (plan) {
      case SMOKE -> line.isFirst(kind.bounds());
      case QUICK -> false;
      case NIGHTLY -> line.isLargest(kind.bounds()) && isInNightly(kind, line);
      case FULL -> true;
    };
  }

  private static boolean isInNightly(PipelineKind kind, Line line) {
    boolean one = line.layout() == Line.Layout.ONE_EACH;
    return switch (line.latency()) {
      case NONE -> one || kind != PipelineKind.SERIAL; // which has no workers to lay out
      case EACH -> !one && kind != PipelineKind.SERIAL;
      case MIDDLE -> false;
    };
  }

  Series series(Line line) {
    return line.latency() == Line.Latency.NONE ? series : slow;
  }
}
