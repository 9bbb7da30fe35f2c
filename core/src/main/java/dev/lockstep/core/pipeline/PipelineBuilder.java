/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.queue.QueueKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/** The plan of a {@link Pipeline}: immutable, every call gives a new one. */
public final class PipelineBuilder<T, R> {

  /** What there is to know of a stage before it runs. */
  record Plan(String name, int workers, Step<Object, Object> step) {}

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final QueueKind kind;
  private final int capacity;
  private final List<Plan> stages;
  private final ThreadFactory threads;
  private final boolean watched;
  private final Duration grace;

  private PipelineBuilder(
      QueueKind kind,
      int capacity,
      List<Plan> stages,
      ThreadFactory threads,
      boolean watched,
      Duration grace) {
    this.kind = kind;
    this.capacity = capacity;
    this.stages = stages;
    this.threads = threads;
    this.watched = watched;
    this.grace = grace;
  }

  static <T> PipelineBuilder<T, T> over(QueueKind kind, int capacity) {
    if (!kind.bounds().allow(capacity)) {
      throw new IllegalArgumentException(
          "%s cannot have the capacity %d: %s".formatted(kind, capacity, kind.bounds()));
    }
    if (kind.guarantee() != Guarantee.EXACT) {
      throw new IllegalArgumentException(
          kind + " may lose items and sentinels: a pipeline over it would never end");
    }
    return new PipelineBuilder<>(kind, capacity, List.of(), null, false, GRACE);
  }

  /**
   * Adds a stage behind the others.
   *
   * @param name what failures and statistics call it; no two stages have the same
   * @param workers how many threads it has, at least 1
   */
  @SuppressWarnings("unchecked") // the types of neighbouring stages were compared by the compiler
  public <Q> PipelineBuilder<T, Q> stage(
      String name, int workers, Step<? super R, ? extends Q> step) {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "stage %s must have at least 1 worker, not %d".formatted(name, workers));
    }
    if (stages.stream().anyMatch(stage -> stage.name().equals(name))) {
      throw new IllegalArgumentException("two stages are called " + name);
    }
    List<Plan> longer = new ArrayList<>(stages);
    longer.add(
        new Plan(
            Objects.requireNonNull(name),
            workers,
            (Step<Object, Object>) Objects.requireNonNull(step)));
    return new PipelineBuilder<>(kind, capacity, List.copyOf(longer), threads, watched, grace);
  }

  /** Makes the workers' threads with this; otherwise they are daemons of the platform. */
  public PipelineBuilder<T, R> on(ThreadFactory threads) {
    return new PipelineBuilder<>(
        kind, capacity, stages, Objects.requireNonNull(threads), watched, grace);
  }

  /**
   * Has the workers look now and then how deep their queues are, for {@link
   * StageStatistics#maxDepth}. That takes a lock of some queues and O(n) of others, so a pipeline
   * whose time matters does without it.
   */
  public PipelineBuilder<T, R> watched() {
    return new PipelineBuilder<>(kind, capacity, stages, threads, true, grace);
  }

  /** How long to wait for interrupted workers to end; otherwise five seconds. */
  public PipelineBuilder<T, R> grace(Duration grace) {
    return new PipelineBuilder<>(
        kind, capacity, stages, threads, watched, Objects.requireNonNull(grace));
  }

  /**
   * Makes the queues and starts all workers.
   *
   * @throws IllegalStateException if there is no stage
   */
  public Pipeline<T, R> start() {
    if (stages.isEmpty()) {
      throw new IllegalStateException("a pipeline needs a stage");
    }
    Pipeline<T, R> pipeline = new Pipeline<>(kind, capacity, stages, watched, grace);
    pipeline.start(threads);
    return pipeline;
  }
}
