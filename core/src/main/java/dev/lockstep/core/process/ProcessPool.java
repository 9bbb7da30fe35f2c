/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Worker processes, each a JVM that runs one task at a time. Tasks go to them in the order in which
 * they are submitted, each to a worker that is idle.
 *
 * <p>A worker that dies (is killed, crashes, exits, is out of memory) fails the task that it ran
 * with {@link WorkerDiedException} and is replaced; no other task notices. All workers end when
 * this process does, however it ends.
 *
 * <p>What limits the round trip of a short task: two transfers of a few cache lines between CPUs
 * while both sides still look at the shared memory ({@link Spin}), that is about a microsecond,
 * plus the encoding. When a side has gone to sleep, each wake-up is a byte through a socket and the
 * scheduler's time to start a thread: tens of microseconds. With more threads at work than CPUs
 * nobody looks for long, and every hand-over costs a wake-up.
 */
public final class ProcessPool implements AutoCloseable {

  private static final long GRACE_SECONDS = 5;
  private static final long REHEARSAL_SECONDS = 60;
  private static final int REHEARSALS = 50;
  private static final AtomicInteger POOLS = new AtomicInteger();

  private final int workers;
  private final Options options;
  private final Dispatch dispatch;
  private final WorkerCommand command;
  private final Redirect output;
  private final Thread thread;
  private final AtomicLong ids = new AtomicLong();
  private final AtomicInteger started = new AtomicInteger();

  /** A pool with {@link Options#DEFAULT}. */
  public ProcessPool(int workers) {
    this(workers, Options.DEFAULT);
  }

  /**
   * Starts the processes and does not wait until they have started; tasks wait for them.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   * @throws IllegalStateException in a worker process
   * @throws UncheckedIOException if a process cannot be started
   */
  public ProcessPool(int workers, Options options) {
    this(checked(workers), options, WorkerCommand.of(options.archive()), Redirect.INHERIT);
  }

  private static int checked(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, not " + workers);
    }
    Depth.check();
    return workers;
  }

  private ProcessPool(int workers, Options options, WorkerCommand command, Redirect output) {
    this.output = output;
    this.workers = workers;
    this.options = options;
    this.command = command;
    this.dispatch = dispatch();
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("process-pool-" + POOLS.incrementAndGet())
            .start(dispatch);
    try {
      for (int i = 0; i < workers; i++) {
        start();
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("a worker process cannot be started", e);
    }
  }

  private Dispatch dispatch() {
    try {
      return new Dispatch(new Staffing(), options.tasksPerWorker());
    } catch (IOException e) {
      throw new UncheckedIOException("the system gives no selector", e);
    }
  }

  private void start() throws IOException {
    dispatch.add(WorkerProcess.start(command.line(started.getAndIncrement()), output));
  }

  /** Has one worker do what workers do, and waits until its JVM has ended. */
  static void rehearse(WorkerCommand command) throws IOException, InterruptedException {
    try (ProcessPool pool = new ProcessPool(1, Options.DEFAULT, command, Redirect.DISCARD)) {
      for (int size = 1; size < REHEARSALS; size++) {
        List<Integer> inputs = Collections.nCopies(size, size);
        List<Reply<Integer>> _ =
            pool.submitAll(Echo.ECHO, inputs).get(REHEARSAL_SECONDS, TimeUnit.SECONDS);
      }
      Usage _ = pool.usage();
      if (!pool.dispatch.closeAndDrain(GRACE_SECONDS)) {
        throw new IOException("a worker does not answer");
      }
      pool.dispatch.dismiss(false);
      if (!pool.dispatch.awaitEnd(REHEARSAL_SECONDS)) {
        throw new IOException("a worker does not end");
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("a worker gave no answer", e);
    }
  }

  /**
   * Has a worker apply a function to an input. The future's cancellation ends the worker if the
   * function runs and may be interrupted: nothing else stops a function for certain. What depends
   * on the future runs in the pool's own thread or in one that waits for a result: it may submit,
   * but must not wait for another task.
   *
   * @return completed with the result; or exceptionally with what the function threw (as it was if
   *     it is of the platform and a message makes it whole, else {@link RemoteTaskException}), with
   *     {@link WorkerDiedException}, or with {@link IllegalArgumentException} if no provider of the
   *     workers lists the function
   * @throws RejectedExecutionException if this is closed
   */
  public <T, R> CompletableFuture<R> submit(Portable<T, R> task, T input) {
    return submitted(
        task,
        Collections.singletonList(input),
        replies -> {
          Reply<R> only = replies.getFirst();
          if (only.failure() != null) {
            throw only.failure();
          }
          return only.value();
        });
  }

  /**
   * Has one worker apply a function to several inputs, one after the other, all of them even if
   * some fail. There and back they are one message each.
   *
   * @return completed with what came of each input in order; exceptionally if nothing came of any,
   *     as with {@link #submit}
   * @throws RejectedExecutionException if this is closed
   */
  public <T, R> CompletableFuture<List<Reply<R>>> submitAll(Portable<T, R> task, List<T> inputs) {
    return submitted(task, inputs, replies -> replies);
  }

  private interface Result<R, V> {
    V of(List<Reply<R>> replies) throws Throwable;
  }

  private <T, R, V> CompletableFuture<V> submitted(
      Portable<T, R> task, List<T> inputs, Result<R, V> result) {
    dispatch.checkOpen();
    Call<V> call;
    try {
      call = call(task, inputs, result);
    } catch (IOException | RuntimeException e) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException("an input of " + task.name() + " cannot be sent", e));
    }
    dispatch.submit(call);
    return call;
  }

  private <T, R, V> Call<V> call(Portable<T, R> task, List<T> inputs, Result<R, V> result)
      throws IOException {
    Frame frame = Wire.task(ids.incrementAndGet(), task, inputs);
    return new Call<>(frame, answer -> result.of(Wire.replies(answer, task)), dispatch);
  }

  /** The processes that live now, those that are about to start, too. */
  public List<Long> pids() {
    return dispatch.workers().stream().map(WorkerProcess::pid).toList();
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return dispatch.isClosed();
  }

  /** As many as were asked for. */
  public int workers() {
    return workers;
  }

  /**
   * Waits until all workers can take tasks.
   *
   * @return false if it took longer
   * @throws IllegalStateException if they cannot be started
   */
  public boolean awaitStart(Duration limit) throws InterruptedException {
    return dispatch.awaitAdmitted(workers, limit.toNanos());
  }

  /**
   * What the workers that live now have used since they started, together. Asks each as soon as it
   * has ended its task, and waits for the answers; one that dies meanwhile counts nothing.
   *
   * @throws CancellationException if the caller is interrupted; its interrupt flag is set
   */
  public Usage usage() {
    List<WorkerProcess> asked = dispatch.workers();
    List<Call<?>> calls = new ArrayList<>();
    for (WorkerProcess _ : asked) {
      calls.add(new Call<>(Frame.bare(ids.incrementAndGet(), Frame.USAGE), Wire::usage, dispatch));
    }
    dispatch.ask(calls, asked);
    Usage sum = Usage.NOTHING;
    for (Call<?> call : calls) {
      try {
        sum = sum.plus((Usage) call.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while workers were asked");
      } catch (ExecutionException | CancellationException e) {
        if (e.getCause() != null && !(e.getCause() instanceof WorkerDiedException)) {
          throw new IllegalStateException("a worker cannot tell what it has used", e.getCause());
        }
      }
    }
    return sum;
  }

  /**
   * Takes no more tasks and waits until all processes have ended: five seconds for tasks to end by
   * themselves, or until the caller is interrupted, then those that still run are ended and
   * cancelled. An interrupted caller stays so. Closing again does nothing.
   *
   * @throws IllegalStateException if a process does not end even then
   */
  @Override
  public void close() {
    boolean interrupted = false;
    try {
      boolean _ = dispatch.closeAndDrain(GRACE_SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    dispatch.dismiss(false);
    boolean ended = false;
    for (int attempt = 0; attempt < 3 && !ended; attempt++) {
      try {
        ended = dispatch.awaitEnd(GRACE_SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (!ended) {
        dispatch.dismiss(true);
      }
    }
    dispatch.stop();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      throw new IllegalStateException("a worker process does not end");
    }
  }

  /** Gets workers to work. */
  private final class Staffing implements Dispatch.Staff {

    @Override
    public void connected(WorkerProcess worker) {
      if (options.initializer() == null) {
        dispatch.admit(worker);
      } else {
        initialize(worker, options.initializer());
      }
    }

    private <T> void initialize(WorkerProcess worker, Options.Initializer<T> initializer) {
      Call<Throwable> call;
      try {
        call =
            call(
                initializer.task(),
                Collections.singletonList(initializer.input()),
                replies -> replies.getFirst().failure());
      } catch (IOException | RuntimeException e) {
        dispatch.fail(new IllegalStateException("the initializer's input cannot be sent", e));
        return;
      }
      CompletableFuture<?> _ =
          call.handle((failure, worse) -> initialized(worker, failure == null ? worse : failure));
      dispatch.begin(worker, call);
    }

    private Void initialized(WorkerProcess worker, Throwable failure) {
      if (failure == null) {
        dispatch.admit(worker);
      } else {
        dispatch.fail(new IllegalStateException("the initializer failed in a worker", failure));
      }
      return null;
    }

    @Override
    public void replace() {
      try {
        start();
      } catch (IOException e) {
        dispatch.fail(new UncheckedIOException("a worker process cannot be started", e));
      }
    }
  }
}
