/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A thread pool that waits for the first task and forgets the others: broken on purpose. Since its
 * queue is first in, first out, waiting for one task bounds how far the forgotten ones lag behind.
 */
final class FirstTaskOnlyMapper implements Mapper {

  private final ExecutorService service;
  private final int workers;

  FirstTaskOnlyMapper(int workers) {
    this.service =
        Executors.newFixedThreadPool(
            workers, Thread.ofPlatform().daemon().name("first-task-only-", 1).factory());
    this.workers = workers;
  }

  @Override
  public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
    List<Future<R>> futures = new ArrayList<>(inputs.size());
    for (T input : inputs) {
      futures.add(service.submit(() -> task.apply(input)));
    }
    try {
      return List.of(futures.getFirst().get()); // the mistake: one get for all futures
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int workers() {
    return workers;
  }

  @Override
  public void close() {
    service.shutdown();
  }
}
