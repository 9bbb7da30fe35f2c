/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The inputs that are handed over at a time: run in order, by whoever calls this.
 *
 * @param stopped whether nothing more is to be begun; the same for all chunks of a call
 */
record Chunk<T, R>(Function<? super T, ? extends R> task, List<T> inputs, BooleanSupplier stopped)
    implements Callable<List<Outcome<R>>> {

  /** The inputs in order, so many at a time; the last ones may be fewer. */
  static <T, R> List<Chunk<T, R>> of(
      Function<? super T, ? extends R> task, List<T> inputs, int size, BooleanSupplier stopped) {
    int whole = inputs.size();
    List<Chunk<T, R>> chunks = new ArrayList<>(Math.ceilDiv(whole, size));
    if (size == 1) {
      for (T input : inputs) {
        chunks.add(new Chunk<>(task, Collections.singletonList(input), stopped));
      }
      return chunks;
    }
    List<T> all = new ArrayList<>(inputs);
    int from = 0;
    while (from < whole) {
      int to = from + Math.min(size, whole - from);
      chunks.add(new Chunk<>(task, all.subList(from, to), stopped));
      from = to;
    }
    return chunks;
  }

  /**
   * How every task ended.
   *
   * @throws CancellationException if the thread is interrupted, or the call stopped, between two
   *     tasks
   */
  @Override
  public List<Outcome<R>> call() {
    if (inputs.size() == 1) {
      return List.of(Outcome.of(task, inputs.getFirst()));
    }
    List<Outcome<R>> outcomes = new ArrayList<>(inputs.size());
    for (T input : inputs) {
      if (!outcomes.isEmpty()
          && (stopped.getAsBoolean() || Thread.currentThread().isInterrupted())) {
        throw new CancellationException("a worker was interrupted between two tasks");
      }
      outcomes.add(Outcome.of(task, input));
    }
    return outcomes;
  }
}
