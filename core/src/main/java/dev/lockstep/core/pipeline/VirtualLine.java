/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * No queue at all: a new virtual thread per item goes through all stages by itself and waits before
 * each for one of as many permits as the stage has workers. All items may be under way at once.
 */
final class VirtualLine<T> extends PassingLine<T> {

  private final List<Station<T>> stations;
  private final List<Semaphore> permits;
  private final ExecutorService pool =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("item-", 1).factory());

  VirtualLine(List<Station<T>> stations) {
    super(new Arrivals<>());
    this.stations = stations;
    permits = stations.stream().map(station -> new Semaphore(station.workers())).toList();
  }

  @Override
  void send(List<T> items) throws InterruptedException {
    for (T item : items) {
      try {
        Future<?> _ = pool.submit(() -> travel(item));
      } catch (RejectedExecutionException e) {
        return; // the line is down
      }
    }
  }

  private Void travel(T item) throws InterruptedException {
    T result = item;
    for (int i = 0; i < stations.size(); i++) {
      permits.get(i).acquire();
      try {
        result = work(stations.get(i), result);
      } finally {
        permits.get(i).release();
      }
    }
    arrivals().add(result);
    return null;
  }

  @Override
  void stop() {
    pool.shutdownNow();
  }

  @Override
  boolean ended(Duration limit) throws InterruptedException {
    return pool.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
  }
}
