/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of workers that take tasks from one queue until each has taken a sentinel: what a
 * thread pool is inside. In brackets the stress tests that could refute the arguments.
 *
 * <ul>
 *   <li>An interrupt that was meant for a task is cleared when that task has ended, so the next one
 *       is left in peace. [InterruptStays]
 *   <li>A task is refused or queued before the sentinels, under one monitor. [MapOrRefused]
 *   <li>Each worker takes one sentinel, and its end is that of its thread. [CloseWaits]
 * </ul>
 */
final class QueueWorkers extends AbstractExecutorService {

  /** What ends a worker. */
  private record Sentinel() implements Runnable {
    @Override
    public void run() {
      throw new UnsupportedOperationException("taken, not run");
    }
  }

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final List<Thread> workers = new ArrayList<>();
  private boolean closed;

  QueueWorkers(int count) {
    Thread.Builder builder = Thread.ofPlatform().daemon().name("queue-worker-", 1);
    for (int i = 0; i < count; i++) {
      workers.add(builder.start(this::work));
    }
  }

  /** What is submitted here is a {@code FutureTask}, which throws nothing. */
  private void work() {
    while (true) {
      try {
        Runnable task = queue.take();
        if (task instanceof Sentinel) {
          return;
        }
        task.run();
        Thread.interrupted(); // an interrupt was meant for the task
      } catch (InterruptedException e) {
        // nobody asks a worker to end but by its sentinel
      }
    }
  }

  /** Under one lock with closing: nothing may stand behind the sentinels. */
  @Override
  public synchronized void execute(Runnable task) {
    if (closed) {
      throw new RejectedExecutionException("map after close");
    }
    queue.add(task);
  }

  @Override
  public synchronized void shutdown() {
    if (!closed) {
      closed = true;
      workers.forEach(_ -> queue.add(new Sentinel()));
    }
  }

  @Override
  public synchronized List<Runnable> shutdownNow() {
    List<Runnable> neverBegun = new ArrayList<>();
    queue.drainTo(neverBegun);
    neverBegun.removeIf(Sentinel.class::isInstance);
    closed = true;
    workers.forEach(_ -> queue.add(new Sentinel()));
    workers.forEach(Thread::interrupt);
    return neverBegun;
  }

  @Override
  public synchronized boolean isShutdown() {
    return closed;
  }

  @Override
  public boolean isTerminated() {
    return workers.stream().noneMatch(Thread::isAlive);
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    for (Thread worker : workers) {
      TimeUnit.NANOSECONDS.timedJoin(worker, end - System.nanoTime());
    }
    return isTerminated();
  }
}
