/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * A chunk that can be cancelled, for kinds whose own way of running things knows no cancelling:
 * interrupted while it runs, dropped before.
 */
final class Step<T, R> extends FutureTask<List<Outcome<R>>> {

  private final Chunk<T, R> chunk;

  Step(Chunk<T, R> chunk) {
    super(chunk);
    this.chunk = chunk;
  }

  /** The input of a step that has only one. */
  T input() {
    return chunk.inputs().getFirst();
  }

  /**
   * Runs the chunk here, once, and returns how its tasks ended; null if it was cancelled. What a
   * task before it did to the interrupt flag does not count, and an interrupt that was meant for
   * this step stays in it.
   */
  List<Outcome<R>> outcomes() {
    Thread.interrupted();
    if (chunk.stopped().getAsBoolean()) {
      cancel(false);
    }
    run();
    return result();
  }

  /** Takes what others have found out in place of running it; null if it was cancelled. */
  List<Outcome<R>> settle(List<Outcome<R>> outcomes) {
    set(outcomes);
    return result();
  }

  private List<Outcome<R>> result() {
    return switch (state()) {
      case SUCCESS -> resultNow();
      case FAILED -> {
        if (exceptionNow() instanceof Error error) {
          throw error;
        }
        yield null; // interrupted between two tasks
      }
      case CANCELLED -> {
        Thread.interrupted();
        yield null;
      }
      case RUNNING -> throw new IllegalStateException("another thread runs this step");
    };
  }
}
