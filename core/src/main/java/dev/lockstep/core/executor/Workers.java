/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

/** What the worker count means to a kind of executor. */
public enum Workers {
  /** Nothing: the kind runs in one thread, or in as many as there are tasks. */
  NONE,
  /** The size of a pool made by the kind itself. */
  POOL,
  /**
   * The number of threads that carry virtual threads. It belongs to the JVM and is set when that
   * starts: {@code -Djdk.virtualThreadScheduler.parallelism=w}, and {@code
   * -Djdk.virtualThreadScheduler.maxPoolSize} if that is set, to at least {@code w}.
   */
  CARRIERS
}
