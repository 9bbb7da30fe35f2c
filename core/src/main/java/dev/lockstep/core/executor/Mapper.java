/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Runs a function over inputs, on threads of its own or on the caller's, and may be used by several
 * threads at once. Threads of its own are daemons.
 *
 * <p>What the caller did before {@link #map} happens-before every task, and what the tasks did
 * happens-before the return of {@code map} ({@code java.util.concurrent}, "Memory Consistency
 * Properties": submission to an executor, {@code Future.get}). Tasks are not ordered among each
 * other.
 */
public interface Mapper extends AutoCloseable {

  /**
   * Applies {@code task} to every input and waits for all of them, even if some fail. Then the
   * failure of the first input in order that failed is thrown: an unchecked exception or error as
   * it is, with the stack trace of the thread it happened in.
   *
   * @return the results in the order of the inputs, unmodifiable; results may be null
   * @throws CancellationException if the caller is interrupted while it waits, or was before: tasks
   *     not begun are dropped, running ones are interrupted where the kind can, and the caller's
   *     interrupt flag is set
   * @throws RejectedExecutionException if this is closed
   */
  default <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs) {
    return map(task, inputs, Terms.NONE);
  }

  /**
   * The same on other terms: so many inputs handed over at a time, or all results within a limit.
   *
   * <p>A chunk is one hand-over, run in order on one worker, which looks before every further input
   * whether it was interrupted: a chunk that is stopped leaves its rest undone.
   *
   * <p>When the limit passes, tasks not begun are dropped and running ones interrupted. {@code map}
   * then throws without waiting for these, unless the caller itself is running one or the kind ends
   * no call before its tasks; whoever maps again may find workers busy with tasks that ignored the
   * interrupt. The caller's interrupt flag is as it was.
   *
   * @throws TimeLimitException if the results are not all there in time
   * @throws CancellationException as above
   * @throws RejectedExecutionException if this is closed
   */
  <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms);

  /**
   * The most tasks of one caller that run at one time, which is a target only where tasks join each
   * other in a fork/join pool ({@link Workers#POOL}); {@link Integer#MAX_VALUE} if nothing limits
   * them.
   */
  int workers();

  /**
   * Takes no more tasks and waits until its threads have ended: five seconds for tasks to end by
   * themselves, or until the caller is interrupted, then five more after interrupting them. An
   * interrupted caller stays so. Closing again does nothing.
   *
   * @throws IllegalStateException if tasks that ignore interrupts are running even then
   */
  @Override
  void close();
}
