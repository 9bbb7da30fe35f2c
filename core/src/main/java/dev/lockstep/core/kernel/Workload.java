/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import dev.lockstep.core.kernel.Task.Amdahl;
import dev.lockstep.core.kernel.Task.Factorize;
import dev.lockstep.core.kernel.Task.Gcd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * A named list of tasks with known answers: what a benchmark of executors runs. Tasks and answers
 * are made when they are asked for, and kept.
 */
public enum Workload {

  /** The four pairs of Effective Python item 41. */
  GCD_SEED(
      () ->
          List.of(
              new Gcd(1963309, 2265973),
              new Gcd(2030677, 3814172),
              new Gcd(1551645, 2229620),
              new Gcd(2039045, 2020802))),

  /** The four numbers of Effective Python item 37. */
  FACTORIZE_SEED(
      () ->
          List.of(
              new Factorize(2139079),
              new Factorize(1214759),
              new Factorize(1516637),
              new Factorize(1852285))),

  /** The list of {@link #GCD_SEED} four times over, and so on: more tasks to share out. */
  GCD_X4(() -> repeated(GCD_SEED, 4)),
  GCD_X16(() -> repeated(GCD_SEED, 16)),
  GCD_X64(() -> repeated(GCD_SEED, 64)),

  /** The list of {@link #FACTORIZE_SEED} four times over, and so on. */
  FACTORIZE_X4(() -> repeated(FACTORIZE_SEED, 4)),
  FACTORIZE_X16(() -> repeated(FACTORIZE_SEED, 16)),
  FACTORIZE_X64(() -> repeated(FACTORIZE_SEED, 64)),

  /**
   * The same 2<sup>23</sup> steps in equal tasks of 2<sup>6</sup> steps, and so on: what differs is
   * what the executor costs per task. The greater number of each pair is a prime, so that nearly
   * every step is one division, in small tasks as in large ones.
   */
  GRAIN_6(() -> grain(6, 67)),
  GRAIN_9(() -> grain(9, 521)),
  GRAIN_12(() -> grain(12, 4099)),
  GRAIN_15(() -> grain(15, 32771)),
  GRAIN_18(() -> grain(18, 262147)),
  GRAIN_21(() -> grain(21, 2097169)),

  /** One large task, then 255 small ones that together are about as large. */
  SKEWED(Workload::skewed),

  /**
   * 64 tasks of equal cost. A known percentage of their steps is serial ({@link Amdahl}), those of
   * the first tasks: in each task a share would measure how fast threads hand over a lock. The
   * makespan bound of such a list is Amdahl's law.
   */
  AMDAHL_0(() -> amdahl(0)),
  AMDAHL_5(() -> amdahl(5)),
  AMDAHL_25(() -> amdahl(25)),
  AMDAHL_50(() -> amdahl(50)),
  AMDAHL_100(() -> amdahl(100));

  /** Steps of all tasks of a grain together, as a power of two. */
  private static final int GRAIN_TOTAL = 23;

  private static final int AMDAHL_TASKS = 64;

  /** Steps of a task, and a prime beyond them. */
  private static final int AMDAHL_STEPS = 131_000;

  private static final int AMDAHL_PRIME = 131_009;

  @SuppressWarnings("ImmutableEnumChecker") // makes the same list whenever it is asked
  private final Supplier<List<Task<?>>> source;

  @SuppressWarnings("ImmutableEnumChecker") // a cache of what never changes
  private volatile List<Task<?>> tasks;

  @SuppressWarnings("ImmutableEnumChecker") // as above
  private volatile Content content;

  /** What the oracle knows of a list; two threads that make it at once make the same. */
  private record Content(List<Object> expected, List<Long> costs, long cost) {

    /** Asks the oracle once for equal tasks. */
    static Content of(List<Task<?>> tasks) {
      Map<Task<?>, Object> answers = new HashMap<>();
      Map<Task<?>, Long> steps = new HashMap<>();
      List<Object> expected = new ArrayList<>(tasks.size());
      List<Long> costs = new ArrayList<>(tasks.size());
      for (Task<?> task : tasks) {
        expected.add(answers.computeIfAbsent(task, Task::expected));
        costs.add(steps.computeIfAbsent(task, Task::cost));
      }
      return new Content(
          Collections.unmodifiableList(expected),
          Collections.unmodifiableList(costs),
          costs.stream().mapToLong(Long::longValue).sum());
    }
  }

  Workload(Supplier<List<Task<?>>> source) {
    this.source = source;
  }

  private static List<Task<?>> repeated(Workload list, int times) {
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      tasks.addAll(list.tasks());
    }
    return tasks;
  }

  private static List<Task<?>> grain(int exponent, int prime) {
    return Collections.nCopies(1 << (GRAIN_TOTAL - exponent), new Gcd(prime, 1 << exponent));
  }

  private static List<Task<?>> skewed() {
    List<Task<?>> tasks = new ArrayList<>();
    tasks.add(new Factorize(2_139_079));
    for (int i = -127; i <= 127; i++) {
      tasks.add(new Factorize(8_355 + i));
    }
    return tasks;
  }

  private static List<Task<?>> amdahl(int percent) {
    Gcd range = new Gcd(AMDAHL_PRIME, AMDAHL_STEPS);
    int serial = AMDAHL_TASKS * AMDAHL_STEPS / 100 * percent;
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < AMDAHL_TASKS; i++) {
      tasks.add(new Amdahl(range, Math.clamp(serial - i * AMDAHL_STEPS, 0, AMDAHL_STEPS)));
    }
    return tasks;
  }

  private Content content() {
    Content made = content;
    if (made == null) {
      made = Content.of(tasks());
      content = made;
    }
    return made;
  }

  /**
   * The tasks, in the order in which they are handed to an executor. The oracle is not asked: who
   * measures a cold start does so before anything was computed.
   */
  public List<Task<?>> tasks() {
    List<Task<?>> made = tasks;
    if (made == null) {
      made = List.copyOf(source.get());
      tasks = made;
    }
    return made;
  }

  /** The right results, one per task, in the order of the tasks. */
  public List<?> expected() {
    return content().expected;
  }

  /** The steps of all tasks together. */
  public long cost() {
    return content().cost;
  }

  /** Those of the steps during which nothing else may run. */
  public long serialCost() {
    return tasks().stream().mapToLong(Task::serialCost).sum();
  }

  /** Whether the tasks can run in other processes and still mean the same. */
  public boolean portable() {
    return tasks().stream().allMatch(Task::portable);
  }

  /**
   * Compares results with the right ones, O(n) without allocation; takes no time worth measuring.
   *
   * @throws WrongResultException naming the first task whose result is wrong, or the wrong number
   *     of results
   */
  public void verify(List<?> results) {
    List<Object> expected = content().expected;
    if (results.size() != expected.size()) {
      throw new WrongResultException(
          this + " returned " + results.size() + " results for " + expected.size() + " tasks");
    }
    Iterator<?> given = results.iterator();
    for (int i = 0; i < expected.size(); i++) {
      Object result = given.next();
      if (!Objects.equals(result, expected.get(i))) {
        throw new WrongResultException(
            "%s: %s returned %s instead of %s"
                .formatted(this, tasks().get(i), result, expected.get(i)));
      }
    }
  }

  /**
   * The best speed-up over one worker that these tasks allow when each free worker takes the next
   * task of the list: total cost by the cost of the worker that ends last. Serial steps gain
   * nothing and are added to what the others need: Amdahl's law, within what whole tasks allow. It
   * is a property of the tasks alone, so on a machine with fewer cores the cores are the lower
   * bound. O(n log w).
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public double makespanBound(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, not " + workers);
    }
    Content list = content();
    PriorityQueue<Long> freeAt = new PriorityQueue<>();
    long makespan = 0;
    long serial = 0;
    for (int i = 0; i < list.costs.size(); i++) {
      long alone = tasks().get(i).serialCost();
      long start = freeAt.size() < workers ? 0 : freeAt.remove();
      long end = start + list.costs.get(i) - alone;
      freeAt.add(end);
      makespan = Math.max(makespan, end);
      serial += alone;
    }
    return (double) cost() / (makespan + serial);
  }
}
