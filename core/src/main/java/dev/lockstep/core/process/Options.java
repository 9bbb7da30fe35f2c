/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/**
 * What a pool may be told beside its size.
 *
 * @param archive what shortens the start of a worker
 * @param initializer runs in every worker before its first task, or null
 * @param tasksPerWorker how many tasks (a chunk counts as one) a worker does before another takes
 *     its place; 0 for any number
 */
public record Options(Archive archive, Initializer<?> initializer, int tasksPerWorker) {

  /** The best archive, no initializer, workers stay. */
  public static final Options DEFAULT = new Options(Archive.BEST, null, 0);

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if {@code tasksPerWorker} is negative
   */
  public Options {
    if (tasksPerWorker < 0) {
      throw new IllegalArgumentException("tasksPerWorker must not be negative: " + tasksPerWorker);
    }
  }

  /**
   * A function and its input.
   *
   * @param task what to run; its result is dropped
   * @param input what to run it with
   */
  public record Initializer<T>(Portable<T, ?> task, T input) {}

  /** With another archive. */
  public Options with(Archive other) {
    return new Options(other, initializer, tasksPerWorker);
  }

  /** With an initializer. A worker in which it fails is of no use, and then neither is the pool. */
  public <T> Options initializedBy(Portable<T, ?> task, T input) {
    return new Options(archive, new Initializer<>(task, input), tasksPerWorker);
  }

  /** With workers that are replaced after so many tasks. */
  public Options replacedAfter(int tasks) {
    return new Options(archive, initializer, tasks);
  }
}
