/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work of a {@link TaskGroup}, and its future. Its outcome is decided when the work returns, throws
 * or is cancelled, whichever comes first. It is done only when the work has really ended. So a
 * thread that is told of a cancellation knows that the work no longer runs, and sees all that it
 * did. A {@link java.util.concurrent.FutureTask} is done as soon as it is cancelled, and its work
 * may go on for hours.
 */
final class GroupTask<V> implements Future<V>, Runnable {

  /** Is told once that the work has ended, and opens the task to the threads that wait for it. */
  @FunctionalInterface
  interface End<V> {
    void of(GroupTask<V> task);
  }

  private final Callable<? extends V> work;
  private final End<V> end;
  private final CountDownLatch done = new CountDownLatch(1);

  // Guarded by this; not changed any more once the latch is open.
  private boolean begun;
  private boolean interrupted;
  private Thread runner;
  private State decided = State.RUNNING;
  private V value;
  private Throwable failure;

  GroupTask(Callable<? extends V> work, End<V> end) {
    this.work = work;
    this.end = end;
  }

  /** Does the work, unless it was done or cancelled before. */
  @Override
  public void run() {
    if (!begin()) {
      return;
    }
    try {
      finish(State.SUCCESS, work.call(), null);
    } catch (Throwable thrown) {
      finish(State.FAILED, null, thrown);
    }
    end.of(this);
  }

  private synchronized boolean begin() {
    if (begun || decided == State.CANCELLED) {
      return false;
    }
    begun = true;
    runner = Thread.currentThread();
    return true;
  }

  private synchronized void finish(State state, V result, Throwable thrown) {
    runner = null;
    if (decided == State.RUNNING) {
      decided = state;
      value = result;
      failure = thrown;
    }
  }

  void open() {
    done.countDown();
  }

  /**
   * Cancels the work: what it returns or throws is dropped. If it has not begun it never will; if
   * it runs it can be interrupted, also when it was cancelled before without that, and is done when
   * it has ended. It is interrupted once: what it then does to clean up is left in peace.
   *
   * @return whether this call cancelled it; false if it had ended or been cancelled before
   */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean now;
    boolean never;
    synchronized (this) {
      now = decided == State.RUNNING;
      never = now && !begun;
      if (now) {
        decided = State.CANCELLED;
      }
      // Under the monitor: whatever the thread does after the work must not be interrupted.
      if (mayInterruptIfRunning && runner != null && !interrupted) {
        interrupted = true;
        runner.interrupt();
      }
    }
    if (never) {
      end.of(this);
    }
    return now;
  }

  @Override
  public boolean isDone() {
    return done.getCount() == 0;
  }

  @Override
  public boolean isCancelled() {
    return state() == State.CANCELLED;
  }

  @Override
  public synchronized State state() {
    return isDone() ? decided : State.RUNNING;
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    done.await();
    return report();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!done.await(timeout, unit)) {
      throw new TimeoutException();
    }
    return report();
  }

  private synchronized V report() throws ExecutionException {
    return switch (decided) {
      case SUCCESS -> value;
      case FAILED -> throw new ExecutionException(failure);
      case CANCELLED -> throw new CancellationException();
      case RUNNING -> throw new AssertionError("opened before it had ended");
    };
  }
}
