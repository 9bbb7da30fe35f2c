/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * One stream with a gatherer {@link Gatherers#mapConcurrent} per stage: a new virtual thread per
 * item and stage, a window of as many as the stage has workers. It keeps the order of the items, so
 * a slow one holds the others up; nothing waits between the stages.
 *
 * <p>The stream waits for its tasks whatever happens. So it runs on a thread of its own, and the
 * tasks themselves are interrupted when the line is brought down. None is missed: whoever stops the
 * line says so and then looks who works, and a task says that it works and then looks whether the
 * line is stopped. [LineStops, order.StoreBuffering.Volatile]
 */
final class MapConcurrentLine<T> extends PassingLine<T> {

  private final List<Station<T>> stations;
  private final ExecutorService pool =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-", 1).factory());
  private final Set<Thread> working = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  MapConcurrentLine(List<Station<T>> stations) {
    super(new Arrivals<>());
    this.stations = stations;
  }

  @Override
  void send(List<T> items) {
    try {
      Future<?> _ = pool.submit(() -> stream(items));
    } catch (RejectedExecutionException e) {
      return; // the line is down
    }
  }

  private void stream(List<T> items) {
    Stream<T> stream = items.stream();
    for (Station<T> station : stations) {
      stream = stream.gather(Gatherers.mapConcurrent(station.workers(), x -> tracked(station, x)));
    }
    stream.forEach(arrivals()::add);
  }

  private T tracked(Station<T> station, T item) {
    Thread self = Thread.currentThread();
    working.add(self);
    try {
      if (stopped) {
        self.interrupt();
      }
      return work(station, item);
    } finally {
      working.remove(self);
    }
  }

  @Override
  void stop() {
    stopped = true;
    working.forEach(Thread::interrupt);
    pool.shutdown();
  }

  @Override
  boolean ended(Duration limit) throws InterruptedException {
    return pool.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
  }
}
