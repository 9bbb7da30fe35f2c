/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

/** What the worker count w means to a kind of executor. */
public enum Workers {
  /** Nothing: the kind runs in the caller's thread, or in as many as there are tasks. */
  NONE,
  /**
   * The size of a pool made by the kind itself. To a {@link java.util.concurrent.ForkJoinPool}
   * whose tasks join each other it is a target instead of a limit: the pool lets another thread
   * work for one that waits in a join, and for a moment both are at work when that one goes on.
   */
  POOL,
  /**
   * The number of threads that carry virtual threads. It belongs to the JVM and is set when that
   * starts: {@code -Djdk.virtualThreadScheduler.parallelism=w}, and {@code
   * -Djdk.virtualThreadScheduler.maxPoolSize} if that is set, to at least {@code w}.
   */
  CARRIERS,
  /**
   * The size of the common pool. It belongs to the JVM, too: {@code
   * -Djava.util.concurrent.ForkJoinPool.common.parallelism=w}; one less than there are processors
   * if that is not set.
   */
  COMMON_POOL,
  /**
   * The tasks that are under way at one time, on virtual threads. How many of them compute at one
   * time is a matter of the carriers, which best are as many as processors.
   */
  IN_FLIGHT,
  /** Nothing: all tasks of all callers run on one thread, one after the other. */
  SINGLE
}
