/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One submission to an {@link ExecutorService} per chunk, then one {@code get} per future in the
 * order of the inputs.
 */
class ServiceMapper implements Mapper {

  private final Pool pool;
  private final int workers;

  ServiceMapper(ExecutorService service, int workers) {
    this.pool = new Pool(service);
    this.workers = workers;
  }

  @Override
  public final <T, R> List<R> map(
      Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
    pool.checkOpen();
    Interruption.check(); // an empty list has no task before which to look
    Deadline deadline = Deadline.of(terms);
    AtomicBoolean stopped = new AtomicBoolean();
    List<Chunk<T, R>> chunks = Chunk.of(task, inputs, terms.chunk(), stopped::get);
    List<Future<List<Outcome<R>>>> futures = new ArrayList<>(chunks.size());
    List<Outcome<R>> outcomes = new ArrayList<>(inputs.size());
    try {
      submit(chunks, futures, deadline);
      for (Future<List<Outcome<R>>> future : futures) {
        outcomes.addAll(deadline.await(future));
      }
    } catch (TimeoutException e) {
      throw deadline.exceeded(there(futures), inputs.size());
    } finally {
      if (outcomes.size() < inputs.size()) {
        stopped.set(true);
        // From the last: a worker freed by a cancelled task must not find one still waiting.
        futures.reversed().forEach(future -> future.cancel(true));
      }
    }
    return Outcome.values(outcomes);
  }

  /** Submits all chunks, unless the time is over or the caller interrupted before. */
  <V> void submit(
      List<? extends Callable<V>> chunks, List<? super Future<V>> futures, Deadline deadline)
      throws TimeoutException {
    for (Callable<V> chunk : chunks) {
      deadline.checkCaller();
      Future<V> future = submit(chunk);
      if (deadline.left() <= 0) {
        future.cancel(true); // or the caller ran it too long: its result came too late
        throw new TimeoutException();
      }
      futures.add(future);
    }
  }

  <V> Future<V> submit(Callable<V> chunk) {
    return pool.submit(chunk);
  }

  private static <R> int there(List<Future<List<Outcome<R>>>> futures) {
    int there = 0;
    for (Future<List<Outcome<R>>> future : futures) {
      if (future.state() == Future.State.SUCCESS) {
        there += future.resultNow().size();
      }
    }
    return there;
  }

  @Override
  public final int workers() {
    return workers;
  }

  @Override
  public final void close() {
    pool.close();
  }
}
