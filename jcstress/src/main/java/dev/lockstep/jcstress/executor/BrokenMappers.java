/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import dev.lockstep.jcstress.proof.Broken;
import dev.lockstep.jcstress.unit.BrokenUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Executors broken on purpose, each in one place: for the twins of stress tests. */
public final class BrokenMappers {

  private static final int WORKERS = 2;

  private BrokenMappers() {}

  abstract static class Bare implements Mapper {

    @Override
    public int workers() {
      return WORKERS;
    }

    @Override
    public void close() {}
  }

  /**
   * Fork the other tasks, compute the first, and forget to join. No more tasks are forgotten at a
   * time than there are workers.
   */
  @Broken(bug = "runs the first task itself and does not wait for the others")
  public static final class NotJoined extends Bare {

    private final ExecutorService service =
        Executors.newFixedThreadPool(WORKERS, Thread.ofPlatform().daemon().factory());
    private final Semaphore idle = new Semaphore(WORKERS);

    @Override
    public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
      List<CompletableFuture<R>> others = new ArrayList<>();
      for (T input : inputs.subList(1, inputs.size())) {
        idle.acquireUninterruptibly();
        others.add(
            CompletableFuture.<R>supplyAsync(() -> task.apply(input), service)
                .whenComplete((_, _) -> idle.release()));
      }
      List<R> results = new ArrayList<>();
      results.add(task.apply(inputs.getFirst()));
      others.forEach(other -> results.add(other.getNow(null))); // the mistake: in place of join()
      return results;
    }
  }

  /** It says that it has two workers, as all of these do. */
  @Broken(bug = "takes no permit before it starts a task")
  public static final class NoLimit extends Bare {

    private final ExecutorService service =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    @Override
    public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
      List<CompletableFuture<R>> all = new ArrayList<>();
      for (T input : inputs) {
        all.add(CompletableFuture.supplyAsync(() -> task.apply(input), service));
      }
      List<R> results = new ArrayList<>();
      all.forEach(each -> results.add(each.join()));
      return results;
    }
  }

  @Broken(bug = "gives a task and waits for its end by opaque accesses, which order nothing else")
  public static final class Opaque extends Bare {

    private final BrokenUnits.Opaque worker = new BrokenUnits.Opaque();

    @Override
    public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
      List<R> results = new ArrayList<>();
      for (T input : inputs) {
        worker.run(() -> results.add(task.apply(input)));
      }
      return results;
    }
  }

  /** A mutant as a mapper, which it may be already. */
  public static Mapper mapper(Object made) {
    return made instanceof Mapper mapper ? mapper : new Over((ExecutorService) made);
  }

  /** A mapper over an executor that is broken: a task that takes too long is cancelled. */
  private static final class Over extends Bare {

    private final ExecutorService service;

    Over(ExecutorService service) {
      this.service = service;
    }

    @Override
    public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
      List<R> results = new ArrayList<>();
      for (T input : inputs) {
        Future<R> future = service.submit(() -> task.apply(input));
        try {
          results.add(
              terms.timeout() == null
                  ? future.get()
                  : future.get(terms.timeout().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CancellationException("interrupted");
        } catch (TimeoutException | ExecutionException e) {
          boolean _ = future.cancel(true);
          throw new CancellationException("not there in time");
        }
      }
      return results;
    }

    @Override
    public void close() {
      service.close();
    }
  }
}
