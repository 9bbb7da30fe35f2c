/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something a worker is asked, and the future of its answer. */
final class Call<R> extends CompletableFuture<R> {

  /** Makes of the answer what was asked for, or throws what it tells. */
  interface Reading<R> {
    R of(Frame answer) throws Throwable;
  }

  private final Frame frame;
  private final Reading<R> reading;
  private final Dispatch dispatch;

  /** Where it runs; guarded by the lock of {@link Dispatch}. */
  private WorkerProcess worker;

  Call(Frame frame, Reading<R> reading, Dispatch dispatch) {
    this.frame = frame;
    this.reading = reading;
    this.dispatch = dispatch;
  }

  Frame frame() {
    return frame;
  }

  WorkerProcess worker() {
    return worker;
  }

  void runsOn(WorkerProcess where) {
    worker = where;
  }

  /** Takes the answer; not under a lock, since what depends on this future runs here. */
  void answered(Frame answer) {
    try {
      if (answer.id() != frame.id()) {
        throw new IllegalStateException("the answer is that of another call");
      }
      complete(reading.of(answer));
    } catch (Throwable failure) {
      completeExceptionally(failure);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      dispatch.cancelled(this, mayInterruptIfRunning);
    }
    return cancelled;
  }

  @Override
  public R get() throws InterruptedException, ExecutionException {
    Spin spin = dispatch.help(this);
    try {
      return super.get();
    } finally {
      dispatch.learn(spin);
    }
  }

  @Override
  public R get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Spin spin = dispatch.help(this);
    try {
      return super.get(timeout, unit);
    } finally {
      dispatch.learn(spin);
    }
  }

  @Override
  public R join() {
    Spin spin = dispatch.help(this);
    try {
      return super.join();
    } finally {
      dispatch.learn(spin);
    }
  }
}
