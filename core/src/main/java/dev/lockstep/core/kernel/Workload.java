/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import dev.lockstep.core.kernel.Task.Factorize;
import dev.lockstep.core.kernel.Task.Gcd;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/** A named list of tasks with known answers: what a benchmark of executors runs. */
public enum Workload {

  /** The four pairs of Effective Python item 41. */
  GCD_SEED(
      new Gcd(1963309, 2265973),
      new Gcd(2030677, 3814172),
      new Gcd(1551645, 2229620),
      new Gcd(2039045, 2020802)),

  /** The four numbers of Effective Python item 37. */
  FACTORIZE_SEED(
      new Factorize(2139079),
      new Factorize(1214759),
      new Factorize(1516637),
      new Factorize(1852285));

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Task<?>> tasks;

  @SuppressWarnings("ImmutableEnumChecker") // Stream.toList of immutable results
  private final List<?> expected;

  Workload(Task<?>... tasks) {
    this.tasks = List.of(tasks);
    this.expected = this.tasks.stream().map(Task::expected).toList();
  }

  /** The tasks, in the order in which they are handed to an executor. */
  public List<Task<?>> tasks() {
    return tasks;
  }

  /** The right results, one per task, in the order of the tasks. */
  public List<?> expected() {
    return expected;
  }

  /** The steps of all tasks together. */
  public long cost() {
    return tasks.stream().mapToLong(Task::cost).sum();
  }

  /**
   * Compares results with the right ones; takes no time worth measuring.
   *
   * @throws WrongResultException naming the first task whose result is wrong, or the wrong number
   *     of results
   */
  public void verify(List<?> results) {
    if (results.size() != expected.size()) {
      throw new WrongResultException(
          this + " returned " + results.size() + " results for " + expected.size() + " tasks");
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!Objects.equals(results.get(i), expected.get(i))) {
        throw new WrongResultException(
            "%s: %s returned %s instead of %s"
                .formatted(this, tasks.get(i), results.get(i), expected.get(i)));
      }
    }
  }

  /**
   * The best speed-up over one worker that these tasks allow when each free worker takes the next
   * task of the list: total cost by the cost of the worker that ends last. It is a property of the
   * tasks alone, so on a machine with fewer cores the cores are the lower bound. O(n log w).
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public double makespanBound(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, not " + workers);
    }
    PriorityQueue<Long> freeAt = new PriorityQueue<>();
    long makespan = 0;
    for (Task<?> task : tasks) {
      long start = freeAt.size() < workers ? 0 : freeAt.remove();
      long end = start + task.cost();
      freeAt.add(end);
      makespan = Math.max(makespan, end);
    }
    return (double) cost() / makespan;
  }
}
