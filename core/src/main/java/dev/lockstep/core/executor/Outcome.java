/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * How one task ended: with a value, or with a failure. Kept as a value until all tasks have ended,
 * so that no executor wraps, copies or drops an exception in its own way.
 */
record Outcome<R>(R value, Throwable failure) {

  /** Runs the task; never throws. */
  static <T, R> Outcome<R> of(Function<? super T, ? extends R> task, T input) {
    try {
      return new Outcome<>(task.apply(input), null);
    } catch (Throwable failure) {
      return new Outcome<>(null, failure);
    }
  }

  /** The values in order, or the first failure in order. */
  static <R> List<R> values(List<Outcome<R>> outcomes) {
    List<R> values = new ArrayList<>(outcomes.size());
    for (Outcome<R> outcome : outcomes) {
      switch (outcome.failure()) {
        case null -> values.add(outcome.value());
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case Throwable checked -> throw new CompletionException(checked);
      }
    }
    return Collections.unmodifiableList(values);
  }
}
