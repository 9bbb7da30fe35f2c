/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static java.util.concurrent.Executors.newFixedThreadPool;
import static java.util.concurrent.Executors.newThreadPerTaskExecutor;
import static java.util.concurrent.Executors.newWorkStealingPool;

import dev.lockstep.core.Construct;
import java.util.function.IntFunction;

/** The family of executors: to add one, name it here, with a {@link Mapper} if it needs its own. */
public enum ExecutorKind implements Construct {

  /** Python: {@code list(map(f, numbers))}. */
  SERIAL("loop of the caller", Workers.NONE, w -> new SerialMapper()),

  /**
   * A new platform thread per task. Python: {@code FactorizeThread} of Effective Python item 37.
   */
  THREAD_PER_TASK(
      "thread per task",
      Workers.NONE,
      w ->
          new ServiceMapper(
              newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("task-", 1).factory()),
              Integer.MAX_VALUE)),

  /** One queue, w threads. Python: {@code ThreadPoolExecutor} of Effective Python item 41. */
  FIXED(
      "fixed thread pool",
      Workers.POOL,
      w ->
          new ServiceMapper(
              newFixedThreadPool(w, Thread.ofPlatform().daemon().name("fixed-", 1).factory()), w)),

  /** A queue per thread, idle threads steal. Python: no counterpart. */
  WORK_STEALING(
      "work-stealing pool", Workers.POOL, w -> new ServiceMapper(newWorkStealingPool(w), w)),

  /** Python: no counterpart. */
  PARALLEL_STREAM("parallel stream", Workers.POOL, StreamMapper::new),

  /** A new virtual thread per task; w is that of the JVM. Python: no counterpart. */
  VIRTUAL(
      "virtual thread per task",
      Workers.CARRIERS,
      w ->
          new ServiceMapper(
              newThreadPerTaskExecutor(Thread.ofVirtual().name("virtual-", 1).factory()), w)),

  /**
   * w other JVMs; maps only what is {@link dev.lockstep.core.process.Portable}. Python: {@code
   * ProcessPoolExecutor} of Effective Python item 41.
   */
  PROCESS_POOL("worker processes", Workers.POOL, ProcessMapper::new);

  private final String label;
  private final Workers workers;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final IntFunction<Mapper> factory;

  ExecutorKind(String label, Workers workers, IntFunction<Mapper> factory) {
    this.label = label;
    this.workers = workers;
    this.factory = factory;
  }

  /**
   * A new executor of this kind. A kind that has {@link Workers#NONE} takes any count and is the
   * same with each.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   * @throws IllegalStateException if the count belongs to the JVM ({@link Workers#CARRIERS}) and
   *     this JVM has another
   */
  public Mapper create(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, not " + workers);
    }
    if (this.workers == Workers.CARRIERS && workers != Carriers.count()) {
      throw new IllegalStateException(
          ("%s with %d workers needs a JVM started with"
                  + " -Djdk.virtualThreadScheduler.parallelism=%d; this one has %d carriers")
              .formatted(this, workers, workers, Carriers.count()));
    }
    return factory.apply(workers);
  }

  /** What the worker count means to this kind. */
  public Workers workers() {
    return workers;
  }

  @Override
  public String family() {
    return "executor";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACT;
  }
}
