/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A loop on the caller's thread: the baseline of every speed-up. It has no thread to wait for;
 * closing it does not wait for other threads that are inside {@code map}.
 */
final class SerialMapper implements Mapper {

  private volatile boolean closed;

  @Override
  public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
    if (closed) {
      throw new RejectedExecutionException("map after close");
    }
    Interruption.check(); // an empty list has no task before which to look
    Deadline deadline = Deadline.of(terms);
    List<Outcome<R>> outcomes = new ArrayList<>(inputs.size());
    try (Alarm _ = new Alarm(deadline)) {
      for (T input : inputs) {
        deadline.checkCaller();
        Outcome<R> outcome = Outcome.of(task, input);
        deadline.check();
        outcomes.add(outcome);
      }
    } catch (TimeoutException e) {
      throw deadline.exceeded(outcomes.size(), inputs.size());
    }
    return Outcome.values(outcomes);
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public void close() {
    closed = true;
  }
}
