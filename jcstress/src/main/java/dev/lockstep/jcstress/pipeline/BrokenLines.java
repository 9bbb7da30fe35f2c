/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.jcstress.proof.Broken;
import dev.lockstep.jcstress.unit.BrokenUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Pipelines broken on purpose, each in one place: for the twins of stress tests. */
public final class BrokenLines {

  private BrokenLines() {}

  abstract static class Bare<T> implements Line<T> {

    T apply(Station<T> station, T item) {
      try {
        return station.step().apply(item);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public long lagNanos() {
      return 0;
    }

    @Override
    public void close() {}
  }

  /**
   * A thread for each stage. The queues are first in, first out: waiting for one stage bounds how
   * far the others lag behind.
   */
  @Broken(bug = "waits for the first stage only")
  public static final class FirstStageOnly<T> extends Bare<T> {

    private final List<Station<T>> stations;
    private final List<ExecutorService> threads;

    public FirstStageOnly(List<Station<T>> stations) {
      this.stations = stations;
      threads =
          stations.stream()
              .map(_ -> Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()))
              .toList();
    }

    @Override
    public List<T> pass(List<T> items) {
      for (T item : items) {
        CompletableFuture.runAsync(() -> work(0, item), threads.getFirst()).join();
      }
      return items;
    }

    private void work(int stage, T item) {
      T result = apply(stations.get(stage), item);
      int next = stage + 1;
      if (next < stations.size()) {
        threads.get(next).execute(() -> work(next, result));
      }
    }
  }

  /** Works on the items in the thread of the caller. */
  @Broken(bug = "keeps to itself that a stage has failed")
  public static final class NotTold<T> extends Bare<T> {

    private final List<Station<T>> stations;

    public NotTold(List<Station<T>> stations) {
      this.stations = stations;
    }

    @Override
    public List<T> pass(List<T> items) {
      try {
        for (T item : items) {
          T result = item;
          for (Station<T> station : stations) {
            result = apply(station, result);
          }
        }
      } catch (IllegalStateException failed) {
        return items;
      }
      return items;
    }
  }

  /** One thread for all stages; more would only wait for a processor. */
  @Broken(
      bug = "gives an item and waits for the stage by opaque accesses, which order nothing else")
  public static final class Opaque<T> extends Bare<T> {

    private final List<Station<T>> stations;
    private final BrokenUnits.Opaque worker = new BrokenUnits.Opaque();

    public Opaque(List<Station<T>> stations) {
      this.stations = stations;
    }

    @Override
    public List<T> pass(List<T> items) {
      List<T> results = new ArrayList<>(items);
      for (Station<T> station : stations) {
        worker.run(() -> results.replaceAll(item -> apply(station, item)));
      }
      return results;
    }
  }
}
