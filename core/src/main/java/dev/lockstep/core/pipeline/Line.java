/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.util.List;

/**
 * Stages through which lists of items pass, however they are made: the one face of all kinds of
 * pipelines. Its threads live from pass to pass where its kind has such threads, and are daemons.
 *
 * <p>What the caller did before {@link #pass} happens-before the first stage, each stage of an item
 * before its next, and all of them before the return of {@code pass}.
 */
public interface Line<T> extends AutoCloseable {

  /**
   * Sends items through all stages and waits until all have come out.
   *
   * @return the results, in an order that the kind and the number of workers leave open
   * @throws PipelineException if a stage throws; the line then passes nothing more
   * @throws IllegalStateException if the line is closed, was broken by an earlier pass, or is in
   *     use by another thread
   * @throws InterruptedException if the caller is interrupted; the line then passes nothing more
   */
  List<T> pass(List<T> items) throws InterruptedException;

  /** Nanoseconds from the end of the last item of the last pass until its caller knew of it. */
  long lagNanos();

  /** What the stages have done since the line was made; empty if this kind does not count. */
  default List<StageStatistics> statistics() {
    return List.of();
  }

  /**
   * Ends its threads, interrupting whatever is still running. Closing again does nothing.
   *
   * @throws IllegalStateException if something ignores that for five seconds
   */
  @Override
  void close();
}
