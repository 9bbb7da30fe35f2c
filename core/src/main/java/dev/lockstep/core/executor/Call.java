/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** One call of {@code map}, which can be stopped as a whole. */
final class Call<T, R> {

  private final Deadline deadline;
  private final int inputs;
  private final List<Step<T, R>> steps;
  private final Set<FutureTask<?>> parts = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** A call that also begins nothing more when its time is over, whoever notices first. */
  Call(Function<? super T, ? extends R> task, List<T> inputs, int chunk, Deadline deadline) {
    this.deadline = deadline;
    this.inputs = inputs.size();
    List<Chunk<T, R>> chunks =
        Chunk.of(task, inputs, chunk, () -> stopped.get() || deadline.left() <= 0);
    steps = new ArrayList<>(chunks.size());
    for (Chunk<T, R> each : chunks) {
      steps.add(new Step<>(each));
    }
  }

  /** What is to be done, in the order of the inputs. */
  List<Step<T, R>> steps() {
    return steps;
  }

  /** Runs a part of a step here; null if the call was stopped before or meanwhile. */
  <V> V part(Callable<V> work) {
    FutureTask<V> part = new FutureTask<>(work);
    parts.add(part);
    try {
      // After it was added: whoever stops the call either finds it or is seen here (jcstress:
      // order.StoreBuffering.Volatile).
      if (!stopped.get()) {
        Thread.interrupted();
        part.run();
      }
      if (part.state() == Future.State.SUCCESS) {
        return part.resultNow();
      }
      Thread.interrupted();
      return null;
    } finally {
      parts.remove(part);
    }
  }

  /** Drops what has not begun, and interrupts what runs. */
  void stop() {
    stopped.set(true);
    steps.forEach(step -> step.cancel(true));
    parts.forEach(part -> part.cancel(true));
  }

  /** The time is over; how many results are there is counted before the call is stopped. */
  TimeLimitException exceeded() {
    return deadline.exceeded(there(), inputs);
  }

  private int there() {
    int there = 0;
    for (Step<T, R> step : steps) {
      if (step.state() == Future.State.SUCCESS) {
        there += step.resultNow().size();
      }
    }
    return there;
  }

  /** The results out of the outcomes of all steps. */
  List<R> values(List<List<Outcome<R>>> outcomes) {
    List<Outcome<R>> all = new ArrayList<>(outcomes.size());
    for (List<Outcome<R>> each : outcomes) {
      if (each == null && deadline.left() <= 0) {
        throw exceeded();
      }
      if (each == null) {
        throw new CancellationException("closed, or a worker interrupted, while tasks ran");
      }
      all.addAll(each);
    }
    return Outcome.values(all);
  }
}
