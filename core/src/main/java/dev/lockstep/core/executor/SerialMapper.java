/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * A loop on the caller's thread: the baseline of every speed-up. It has no thread to wait for;
 * closing it does not wait for other threads that are inside {@code map}.
 */
final class SerialMapper implements Mapper {

  private volatile boolean closed;

  @Override
  public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs) {
    if (closed) {
      throw new RejectedExecutionException("map after close");
    }
    List<Outcome<R>> outcomes = new ArrayList<>(inputs.size());
    for (T input : inputs) {
      Interruption.check();
      outcomes.add(Outcome.of(task, input));
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
