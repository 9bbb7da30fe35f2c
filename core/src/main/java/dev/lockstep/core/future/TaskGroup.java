/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import dev.lockstep.core.sync.ThreadEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Tasks that are started together, waited for in several ways, and ended together: no thread of a
 * group outlives it. Each task has a new thread. Any thread may call any method at any time, even a
 * task of the group. Only {@link #close} refuses a task, and a task that waits for all tasks waits
 * for itself, until it is cancelled.
 *
 * <pre>{@code
 * try (TaskGroup<Page> group = new TaskGroup<>()) {
 *   for (URI address : addresses) {
 *     Future<Page> _ = group.start(() -> fetch(address));
 *   }
 *   return group.gather();
 * }
 * }</pre>
 *
 * <p><b>A cancelled task is stopped, not abandoned.</b> It is interrupted, and its future is done
 * when its work has really ended; what that then returns or throws is dropped. Work that has not
 * begun never begins. It is up to the work to stop: work that ignores interrupts goes on, and its
 * future is not done. {@link #close} waits a while for it and then says which thread it is.
 *
 * <p>In brackets the stress tests that could refute the arguments. Whether the group is closed is
 * looked at under the lock under which a task comes on the list, so {@link #close} finds every task
 * that was not refused [GroupEnds]. A task that ends is done and on the list of what has ended
 * under one hold of the lock, once [GroupCounts], and wakes all who wait, since each may wait for
 * something else [GroupTellsAll]; who is woken for no reason waits on, for what is left of its time
 * [GroupTimeKept]. Its outcome is decided under its monitor [PromiseKeepsOne], and so is whether
 * its thread is interrupted, which nothing but the task can therefore meet [GroupInterrupts]. An
 * iteration walks along the list of what has ended and asks that of what was started whether there
 * is more: both only grow.
 *
 * <p>What a thread did before {@link #start} happens-before the task, and what the task did
 * happens-before what follows in a thread that found its future done, by the future or by any
 * method of the group. Starting costs a thread. A waiting thread is woken by every task that ends
 * and then looks in O(1). A call of {@link #await}, which returns both lists, costs O(tasks
 * started) beside the wait, and so does one of {@link #gather}, {@link #gatherAll}, {@link #cancel}
 * or {@link #close}; the iteration of {@link #asCompleted} costs O(1) per task. A task's result is
 * kept as long as the group is.
 */
public final class TaskGroup<V> implements AutoCloseable {

  /** When {@link #await} returns. */
  public enum Until {
    /** All tasks are done. */
    ALL_COMPLETED,
    /** At least one task is done, however it ended. */
    FIRST_COMPLETED,
    /** At least one task has failed, or all are done; a cancelled task has not failed. */
    FIRST_FAILED
  }

  /** The tasks by whether they are done, each in the order in which they were started. */
  public record Partition<V>(List<Future<V>> done, List<Future<V>> pending) {}

  /** As long as there is. */
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  /** How long {@link #close} waits for tasks that it has interrupted. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** A task and where it runs. */
  private record Started<V>(GroupTask<V> task, Thread thread) {}

  private final ThreadFactory factory;
  private final Duration grace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition oneMoreEnded = lock.newCondition();

  // Guarded by the lock.
  private final List<Started<V>> started = new ArrayList<>();
  private final List<GroupTask<V>> ended = new ArrayList<>();
  private GroupTask<V> firstNotSucceeded;
  private boolean failed;
  private boolean closed;

  /** A group whose tasks run on virtual threads. */
  public TaskGroup() {
    this(Thread.ofVirtual().name("task-", 1).factory());
  }

  /** A group whose tasks run on threads of this factory, one on each. */
  public TaskGroup(ThreadFactory factory) {
    this(factory, GRACE);
  }

  TaskGroup(ThreadFactory factory, Duration grace) {
    this.factory = factory;
    this.grace = grace;
  }

  /**
   * Starts a task on a new thread.
   *
   * @return its future; {@link Future#cancel cancel(true)} interrupts the work, with false the work
   *     goes on in vain
   * @throws RejectedExecutionException if the group is closed, or the factory gives no thread
   */
  public Future<V> start(Callable<? extends V> work) {
    GroupTask<V> task = new GroupTask<>(work, this::end);
    Thread thread = factory.newThread(task);
    if (thread == null) {
      throw new RejectedExecutionException("the factory gave no thread");
    }
    lock.lock();
    try {
      if (closed) {
        throw new RejectedExecutionException("start after close");
      }
      thread.start();
      started.add(new Started<>(task, thread));
    } finally {
      lock.unlock();
    }
    return task;
  }

  /** A thread that holds the lock finds a task both done and in the list, or neither. */
  private void end(GroupTask<V> task) {
    lock.lock();
    try {
      task.open();
      ended.add(task);
      Future.State state = task.state();
      failed |= state == Future.State.FAILED;
      if (firstNotSucceeded == null && state != Future.State.SUCCESS) {
        firstNotSucceeded = task;
      }
      oneMoreEnded.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until this is so of the tasks started so far and meanwhile; returns at once if there are
   * none. No task is cancelled, whatever happens.
   *
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  public Partition<V> await(Until until) throws InterruptedException {
    return await(until, FOREVER);
  }

  /**
   * The same, but not longer than {@code timeout}: then some tasks are pending that should not be.
   * A timeout of zero or less does not wait at all.
   */
  public Partition<V> await(Until until, Duration timeout) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(timeout);
    lock.lockInterruptibly();
    try {
      while (!isSo(until) && left > 0) {
        left = oneMoreEnded.awaitNanos(left);
      }
      List<Future<V>> done = new ArrayList<>();
      List<Future<V>> pending = new ArrayList<>();
      for (Started<V> each : started) {
        (each.task.isDone() ? done : pending).add(each.task);
      }
      return new Partition<>(List.copyOf(done), List.copyOf(pending));
    } finally {
      lock.unlock();
    }
  }

  private boolean isSo(Until until) {
    return ended.size() == started.size()
        || switch (until) {
          case ALL_COMPLETED -> false;
          case FIRST_COMPLETED -> !ended.isEmpty();
          case FIRST_FAILED -> failed;
        };
  }

  /**
   * Waits for all tasks and returns their results in the order in which they were started; but as
   * soon as one has failed or was cancelled, that is thrown, and the others go on.
   *
   * @return the results, which may be null; unmodifiable
   * @throws ExecutionException with what the task threw that was the first in time to fail
   * @throws CancellationException if the first in time that gave no result was cancelled
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared, and all tasks are cancelled, but not waited for
   */
  public List<V> gather() throws InterruptedException, ExecutionException {
    List<Future<V>> all;
    try {
      lock.lockInterruptibly();
      try {
        while (firstNotSucceeded == null && ended.size() < started.size()) {
          oneMoreEnded.await();
        }
        if (firstNotSucceeded != null) {
          V _ = firstNotSucceeded.get();
        }
        all = tasks();
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      int _ = cancel();
      throw e;
    }
    List<V> results = new ArrayList<>(all.size());
    for (Future<V> task : all) {
      results.add(task.resultNow());
    }
    return Collections.unmodifiableList(results);
  }

  /**
   * Waits for all tasks, also if some fail, and returns their futures, all done, in the order in
   * which they were started.
   *
   * @throws InterruptedException as of {@link #gather}
   */
  public List<Future<V>> gatherAll() throws InterruptedException {
    try {
      return await(Until.ALL_COMPLETED).done();
    } catch (InterruptedException e) {
      int _ = cancel();
      throw e;
    }
  }

  /**
   * Every task when it is done, in that order; the next one is waited for. The iteration ends when
   * all were given out that have been started by then. Each begins anew.
   *
   * <p>A thread that is interrupted while it waits gets a {@link CancellationException} and stays
   * interrupted. No task is cancelled.
   */
  public Iterable<Future<V>> asCompleted() {
    return () -> new Completed();
  }

  /**
   * Cancels and interrupts all tasks that have not ended, and does not wait for them.
   *
   * @return how many were cancelled by this call
   */
  public int cancel() {
    int cancelled = 0;
    for (Future<V> task : tasks()) {
      if (task.cancel(true)) {
        cancelled++;
      }
    }
    return cancelled;
  }

  private List<Future<V>> tasks() {
    lock.lock();
    try {
      List<Future<V>> all = new ArrayList<>(started.size());
      started.forEach(each -> all.add(each.task));
      return all;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more tasks, cancels those that have not ended, and waits until all threads have. An
   * interrupt does not shorten that: it ends within five seconds, and the caller stays interrupted.
   * Closing again waits for what still runs.
   *
   * @throws IllegalStateException if threads are running even then, naming them; or if a task
   *     closes its own group, which stays open
   */
  @Override
  public void close() {
    List<Started<V>> all;
    lock.lock();
    try {
      all = List.copyOf(started);
      if (all.stream().anyMatch(each -> each.thread.equals(Thread.currentThread()))) {
        throw new IllegalStateException("a task cannot close its own group");
      }
      closed = true;
    } finally {
      lock.unlock();
    }
    int _ = cancel();
    List<Thread> running = ThreadEnd.await(all.stream().map(Started::thread).toList(), grace);
    if (!running.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d threads still run after they were interrupted: %s"
              .formatted(
                  running.size(),
                  all.size(),
                  running.stream().map(Thread::getName).collect(Collectors.joining(", "))));
    }
  }

  /** Walks along the list of what has ended. */
  private final class Completed implements Iterator<Future<V>> {

    private int next;

    @Override
    public boolean hasNext() {
      lock.lock();
      try {
        return next < started.size();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public Future<V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all tasks were given out");
      }
      try {
        lock.lockInterruptibly();
        try {
          while (next == ended.size()) {
            oneMoreEnded.await();
          }
          return ended.get(next++);
        } finally {
          lock.unlock();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        CancellationException cancellation =
            new CancellationException("interrupted while waiting for the next task");
        cancellation.initCause(e);
        throw cancellation;
      }
    }
  }
}
