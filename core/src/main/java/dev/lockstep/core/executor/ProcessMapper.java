/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import dev.lockstep.core.process.Portable;
import dev.lockstep.core.process.Portables;
import dev.lockstep.core.process.ProcessPool;
import dev.lockstep.core.process.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Tasks run in other processes, one message there and one back for each chunk. Only a {@link
 * Portable} can be mapped; what it throws comes back as a copy. A task is stopped by ending its
 * process, so even one that ignores interrupts is.
 */
final class ProcessMapper implements Mapper {

  private final ProcessPool pool;

  ProcessMapper(int workers) {
    this.pool = new ProcessPool(workers);
  }

  /**
   * As always; a task whose process died fails with {@link
   * dev.lockstep.core.process.WorkerDiedException}. When the limit passes, the processes that run a
   * task are ended and replaced.
   *
   * @throws IllegalArgumentException if the function cannot travel
   */
  @Override
  public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
    if (pool.isClosed()) {
      throw new RejectedExecutionException("map after close");
    }
    Portable<T, R> portable = portable(task);
    Deadline deadline = Deadline.of(terms);
    List<CompletableFuture<List<Reply<R>>>> chunks = new ArrayList<>();
    List<Outcome<R>> outcomes = new ArrayList<>(inputs.size());
    try {
      for (int from = 0; from < inputs.size(); from += terms.chunk()) {
        deadline.checkCaller();
        int to = Math.min(inputs.size(), from + terms.chunk());
        chunks.add(pool.submitAll(portable, inputs.subList(from, to)));
      }
      Interruption.check();
      for (CompletableFuture<List<Reply<R>>> future : chunks) {
        int count = Math.min(terms.chunk(), inputs.size() - outcomes.size());
        outcomes.addAll(outcomes(future, count, deadline));
      }
    } catch (TimeoutException e) {
      throw deadline.exceeded(outcomes.size(), inputs.size());
    } finally {
      if (outcomes.size() < inputs.size()) {
        // From the last: a worker freed by a cancelled task must not find one still waiting.
        chunks.reversed().forEach(future -> future.cancel(true));
      }
    }
    return Outcome.values(outcomes);
  }

  private static <R> List<Outcome<R>> outcomes(
      CompletableFuture<List<Reply<R>>> future, int count, Deadline deadline)
      throws TimeoutException {
    List<Outcome<R>> outcomes = new ArrayList<>(count);
    try {
      for (Reply<R> reply : await(future, deadline)) {
        outcomes.add(new Outcome<>(reply.value(), reply.failure()));
      }
    } catch (ExecutionException e) {
      for (int i = 0; i < count; i++) {
        outcomes.add(new Outcome<>(null, e.getCause()));
      }
    }
    return outcomes;
  }

  private static <V> V await(CompletableFuture<V> future, Deadline deadline)
      throws ExecutionException, TimeoutException {
    try {
      return deadline.isSet()
          ? future.get(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS)
          : future.get();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  @SuppressWarnings("unchecked") // a function of T and R that is portable is portable for these
  private static <T, R> Portable<T, R> portable(Function<? super T, ? extends R> task) {
    if (task instanceof Portable<?, ?> portable) {
      return (Portable<T, R>) portable;
    }
    throw new IllegalArgumentException(
        ("%s cannot run in another process, which does not have its code under a name: implement"
                + " %s and let a provider of %s list it")
            .formatted(
                task.getClass().getName(), Portable.class.getName(), Portables.class.getName()));
  }

  @Override
  public int workers() {
    return pool.workers();
  }

  @Override
  public void close() {
    pool.close();
  }
}
