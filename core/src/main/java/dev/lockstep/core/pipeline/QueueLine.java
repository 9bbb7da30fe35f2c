/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.queue.QueueKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** A {@link Pipeline} over any kind of queue, as a line. */
public final class QueueLine<T> extends PassingLine<T> {

  private final Pipeline<T, T> pipeline;

  /**
   * Starts the pipeline.
   *
   * @param threads makes the workers' threads; null for daemons of the platform
   * @throws IllegalArgumentException as {@link Pipeline#over}
   */
  public QueueLine(QueueKind kind, int capacity, List<Station<T>> stations, ThreadFactory threads) {
    this(builder(kind, capacity, stations, threads).start());
  }

  /** The same, {@link PipelineBuilder#watched}: it counts more and takes longer. */
  public static <T> QueueLine<T> watched(
      QueueKind kind, int capacity, List<Station<T>> stations, ThreadFactory threads) {
    return new QueueLine<>(builder(kind, capacity, stations, threads).watched().start());
  }

  private QueueLine(Pipeline<T, T> pipeline) {
    super(pipeline.arrivals());
    this.pipeline = pipeline;
  }

  private static <T> PipelineBuilder<T, T> builder(
      QueueKind kind, int capacity, List<Station<T>> stations, ThreadFactory threads) {
    PipelineBuilder<T, T> builder = Pipeline.over(kind, capacity);
    for (Station<T> station : stations) {
      builder = builder.stage(station.name(), station.workers(), station.step());
    }
    return threads == null ? builder : builder.on(threads);
  }

  @Override
  void send(List<T> items) throws InterruptedException {
    for (T item : items) {
      pipeline.put(item);
    }
  }

  /** Ends it stage by stage, as {@link Pipeline#finish}: after it the statistics are final. */
  public void finish() throws InterruptedException {
    List<T> _ = pipeline.finish();
  }

  @Override
  public List<StageStatistics> statistics() {
    return pipeline.statistics();
  }

  @Override
  void stop() {
    pipeline.close();
  }

  @Override
  boolean ended(Duration limit) {
    return true; // closing has waited
  }
}
