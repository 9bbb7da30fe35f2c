/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static java.util.concurrent.Executors.newCachedThreadPool;
import static java.util.concurrent.Executors.newFixedThreadPool;
import static java.util.concurrent.Executors.newSingleThreadExecutor;
import static java.util.concurrent.Executors.newThreadPerTaskExecutor;
import static java.util.concurrent.Executors.newWorkStealingPool;

import dev.lockstep.core.Construct;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntFunction;

/** The family of executors: to add one, name it here, with a {@link Mapper} if it needs its own. */
public enum ExecutorKind implements Construct {
  SERIAL("loop of the caller", Workers.NONE, w -> new SerialMapper()),

  /** A new platform thread per task. */
  THREAD_PER_TASK(
      "thread per task",
      Workers.NONE,
      w -> new ServiceMapper(newThreadPerTaskExecutor(daemons("task-")), Integer.MAX_VALUE)),

  /** One queue, w hand-made threads. */
  QUEUE_WORKERS("workers on a queue", Workers.POOL, w -> new ServiceMapper(new QueueWorkers(w), w)),

  /** One queue, w threads. */
  FIXED(
      "fixed thread pool",
      Workers.POOL,
      w -> new ServiceMapper(newFixedThreadPool(w, daemons("fixed-")), w)),

  /** A thread that is idle, or else a new one, per task. */
  CACHED(
      "cached thread pool",
      Workers.NONE,
      w -> new ServiceMapper(newCachedThreadPool(daemons("cached-")), Integer.MAX_VALUE)),

  /** A queue of 2w, w threads, and the caller when the queue is full. */
  BOUNDED_CALLER_RUNS("bounded pool, caller runs", Workers.POOL, CallerRunsMapper::new),

  /** A queue per thread, idle threads steal. */
  WORK_STEALING(
      "work-stealing pool", Workers.POOL, w -> new ServiceMapper(newWorkStealingPool(w), w)),

  /** Fork and join, down to parts of one task if it is {@link Divisible}. */
  FORK_JOIN_SPLIT("fork/join, tasks divided", Workers.POOL, SplitMapper::new),

  PARALLEL_STREAM("parallel stream", Workers.POOL, StreamMapper::new),

  /** A future per task, in the common pool. */
  CF_ASYNC("CompletableFuture, common pool", Workers.COMMON_POOL, AsyncMapper::new),

  /** A new virtual thread per task; w is that of the JVM. */
  VIRTUAL(
      "virtual thread per task",
      Workers.CARRIERS,
      w ->
          new ServiceMapper(
              newThreadPerTaskExecutor(Thread.ofVirtual().name("virtual-", 1).factory()), w)),

  /** A new virtual thread per task, w permits. */
  VIRTUAL_LIMITED("virtual threads, semaphore", Workers.IN_FLIGHT, LimitedMapper::new),

  /** A stream whose gatherer has w tasks in flight. */
  MAP_CONCURRENT("mapConcurrent gatherer", Workers.IN_FLIGHT, MapConcurrentMapper::new),

  /** A scope of subtasks that ends with its block. */
  STRUCTURED("structured task scope", Workers.CARRIERS, Structured::create) {
    @Override
    public Optional<String> unavailable() {
      return Structured.unavailable();
    }
  },

  /** w other JVMs; maps only what is {@link dev.lockstep.core.process.Portable}. */
  PROCESS_POOL("worker processes", Workers.POOL, ProcessMapper::new),

  /** One thread for everybody. */
  ACTOR(
      "single-thread executor",
      Workers.SINGLE,
      w -> new ServiceMapper(newSingleThreadExecutor(daemons("actor-")), 1)),

  /** One thread, one queue of callbacks. */
  EVENT_LOOP("event loop", Workers.SINGLE, w -> new EventLoopMapper());

  private final String label;
  private final Workers workers;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final IntFunction<Mapper> factory;

  ExecutorKind(String label, Workers workers, IntFunction<Mapper> factory) {
    this.label = label;
    this.workers = workers;
    this.factory = factory;
  }

  private static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().daemon().name(name, 1).factory();
  }

  /**
   * A new executor of this kind. A kind that has {@link Workers#NONE} or {@link Workers#SINGLE}
   * takes any count and is the same with each.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   * @throws IllegalStateException if the kind is {@link #unavailable}, or the count belongs to the
   *     JVM ({@link Workers#CARRIERS}, {@link Workers#COMMON_POOL}) and this JVM has another
   */
  public Mapper create(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, not " + workers);
    }
    switch (this.workers) {
      case CARRIERS ->
          mustBe(workers, "jdk.virtualThreadScheduler.parallelism", Carriers.count(), "carriers");
      case COMMON_POOL ->
          mustBe(
              workers,
              "java.util.concurrent.ForkJoinPool.common.parallelism",
              ForkJoinPool.getCommonPoolParallelism(),
              "threads in the common pool");
      case NONE, POOL, IN_FLIGHT, SINGLE -> {}
    }
    return factory.apply(workers);
  }

  private void mustBe(int workers, String property, int count, String what) {
    if (workers != count) {
      throw new IllegalStateException(
          "%s with %d workers needs a JVM started with -D%s=%d; this one has %d %s"
              .formatted(this, workers, property, workers, count, what));
    }
  }

  /** What the worker count means to this kind. */
  public Workers workers() {
    return workers;
  }

  @Override
  public String scale() {
    return workers.name();
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
