/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.util.List;
import java.util.stream.Stream;

/**
 * What mutants are derived from: a shipped class, or the face that tests give it, with what it is
 * made of where the bug lies there.
 */
enum Shipped {
  SYNCHRONIZED("counter:SYNCHRONIZED", "core.counter.SynchronizedCounter"),
  ATOMIC("counter:ATOMIC", "core.counter.AtomicCounter"),
  CAS_LOOP("counter:CAS_LOOP", "core.counter.CasLoopCounter"),
  GET_AND_ADD("counter:GET_AND_ADD", "core.counter.GetAndAddCounter"),
  CONFINED("counter:CONFINED", "core.counter.ConfinedCounter"),
  WRITE_LOCK("counter:WRITE_LOCK", "core.counter.WriteLockCounter"),
  STAMPED_LOCK("counter:STAMPED_LOCK", "core.counter.StampedLockCounter"),
  REENTRANT_LOCK("counter:REENTRANT_LOCK", "core.counter.ReentrantLockCounter"),
  REENTRANT_LOCK_FAIR("counter:REENTRANT_LOCK_FAIR", "core.counter.ReentrantLockCounter"),
  SPIN_LOCK("counter:SPIN_LOCK", "core.counter.SpinLockCounter", "core.lock.SpinLock"),
  SEMAPHORE_COUNTER("counter:SEMAPHORE", "core.counter.SemaphoreCounter"),
  TICKET_COUNTER("counter:TICKET_LOCK", "core.counter.TicketLockCounter", "core.lock.TicketLock"),
  MCS_COUNTER("counter:MCS_LOCK", "core.counter.McsLockCounter", "core.lock.McsLock"),

  TICKET_LOCK("lock:TICKET_LOCK", "core.lock.TicketLock"),
  MCS_LOCK("lock:MCS_LOCK", "core.lock.McsLock"),
  REENTRANT_READ_WRITE("rwlock:REENTRANT", "core.rwlock.ReentrantReadWrite"),
  STAMPED_READ_WRITE("rwlock:STAMPED", "core.rwlock.StampedReadWrite"),
  OPTIMISTIC_READ_WRITE("rwlock:OPTIMISTIC", "core.rwlock.OptimisticReadWrite"),

  CONDITION("queue:CONDITION", "core.queue.ConditionBuffer"),
  JOINABLE("queue:JOINABLE", ofEnds("core.queue.JoinableQueue")),
  JOINABLE_TASKS(
      "queue:JOINABLE", ofEnds("jcstress.queue.JoinableTasks", "core.queue.JoinableQueue")),
  CLOSABLE_TASKS(
      "queue:CLOSABLE",
      ofEnds(
          "jcstress.queue.ClosableTasks", "core.queue.ClosableQueue", "core.queue.JoinableQueue")),

  INTERRUPT("sync:INTERRUPT", "core.sync.InterruptStatus"),
  MONITOR("sync:MONITOR", "core.sync.MonitorSignal"),
  CONDITION_SIGNAL("sync:CONDITION", "core.sync.ConditionSignal"),
  PARK("sync:PARK", "core.sync.ParkSignal"),
  LATCH("sync:LATCH", "core.sync.LatchSignal"),
  SEMAPHORE_SIGNAL("sync:SEMAPHORE", "core.sync.SemaphoreSignal"),
  BARRIER("sync:BARRIER", "core.sync.BarrierSignal"),
  FUTURE("sync:FUTURE", "core.sync.FutureSignal"),
  EVENT_SIGNAL("sync:EVENT", "core.sync.EventSignal", "core.sync.Event"),
  EVENT_GATE("sync:EVENT", "jcstress.sync.EventGate", "core.sync.Event"),
  PAUSE_SIGNAL(
      "sync:PAUSE_GATE", "core.sync.PauseGateSignal", "core.sync.PauseGate", "core.sync.Event"),
  SEMAPHORE_FACE(
      "sync:BOUNDED_SEMAPHORE", "core.sync.BoundedSemaphoreSignal", "core.sync.BoundedSemaphore"),
  PERMITS("sync:BOUNDED_SEMAPHORE", "jcstress.sync.BoundedPermits", "core.sync.BoundedSemaphore"),

  SEQLOCK("pair:SEQLOCK", "core.pair.Seqlock"),
  READ_WRITE_PAIR("pair:READ_WRITE_LOCK", "core.pair.ReadWriteLockPair"),
  STAMPED_PAIR("pair:STAMPED_LOCK", "core.pair.StampedPair"),
  TREIBER("stack:TREIBER", "core.stack.TreiberStack"),
  TREIBER_STAMPED("stack:TREIBER_STAMPED", "core.stack.StampedStack"),
  LOCKED_STACK("stack:LOCKED", "core.stack.LockedStack"),
  PUT_IF_ABSENT("map:PUT_IF_ABSENT", "core.map.PutIfAbsent"),

  GROUP_TASK("future:GROUP_TASK", "core.future.GroupTaskPromise", "core.future.GroupTask"),
  TASK_GROUP(
      "future:GROUP_TASK",
      "jcstress.future.GroupOfTasks",
      "core.future.TaskGroup",
      "core.future.GroupTask"),
  QUEUE_WORKERS("executor:QUEUE_WORKERS", "core.executor.QueueWorkers"),
  ASYNC_MAPPER("executor:CF_ASYNC", ofCalls("core.executor.AsyncMapper")),
  EVENT_LOOP(
      "executor:EVENT_LOOP", ofCalls("core.executor.EventLoopMapper", "core.executor.EventLoop")),
  SPLIT_MAPPER(
      "executor:FORK_JOIN_SPLIT",
      ofCalls("core.executor.SplitMapper", "core.executor.PoolCallMapper", "core.executor.Pool")),
  LIMITED_MAPPER(
      "executor:VIRTUAL_LIMITED",
      "core.executor.LimitedMapper",
      "core.executor.ServiceMapper",
      "core.executor.Pool",
      "core.executor.Chunk",
      "core.executor.Outcome",
      "core.executor.Deadline",
      "core.executor.Interruption",
      "core.executor.Closing"),

  // The faces lie in the package of what they show, which nobody else can see.
  RING("executor:PROCESS_POOL", "core.process.MappedBytes", "core.process.Ring"),
  LINK(
      "executor:PROCESS_POOL",
      "core.process.MappedSleeper",
      "core.process.Link",
      "core.process.Ring"),
  DISPATCH(
      "executor:PROCESS_POOL",
      "core.process.PoolDesk",
      "core.process.Dispatch",
      "core.process.Call",
      "core.process.WorkerProcess",
      "core.process.WorkerDiedException",
      "core.process.Link",
      "core.process.Ring",
      "core.process.Frame",
      "core.process.FrameReader",
      "core.process.FrameWriter",
      "core.process.Spin",
      "core.process.Depth"),

  QUEUE_LINE(
      "pipeline:QUEUES",
      "core.pipeline.QueueLine",
      "core.pipeline.PassingLine",
      "core.pipeline.Pipeline",
      "core.pipeline.PipelineBuilder",
      "core.pipeline.PipelineException",
      "core.pipeline.Stage",
      "core.pipeline.StageWorker",
      "core.pipeline.Crew",
      "core.pipeline.Arrivals"),
  FLOW_LINE(
      "pipeline:FLOW",
      "core.pipeline.FlowLine",
      "core.pipeline.PassingLine",
      "core.pipeline.Arrivals"),
  MAP_CONCURRENT_LINE(
      "pipeline:MAP_CONCURRENT",
      "core.pipeline.MapConcurrentLine",
      "core.pipeline.PassingLine",
      "core.pipeline.Arrivals"),
  CONDITION_LINK(
      "link:CONDITION",
      "core.link.Chain",
      "core.link.ConditionHop",
      "core.link.Hop",
      "core.link.Message"),
  PARK_LINK(
      "link:PARK", "core.link.Chain", "core.link.ParkHop", "core.link.Hop", "core.link.Message");

  private final String construct;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes it
  private final List<String> sources;

  Shipped(String construct, String... sources) {
    this.construct = construct;
    this.sources = List.of(sources);
  }

  /** Of a queue whose two ends lie apart. */
  private static String[] ofEnds(String... own) {
    Stream<String> ends = Stream.of("core.queue.ProducerEnd", "core.queue.ConsumerEnd");
    return Stream.concat(Stream.of(own), ends).toArray(String[]::new);
  }

  /** Of a mapper that makes a call of each task. */
  private static String[] ofCalls(String... own) {
    Stream<String> shared =
        Stream.of(
            "core.executor.CallMapper",
            "core.executor.Calls",
            "core.executor.Call",
            "core.executor.Step",
            "core.executor.Chunk",
            "core.executor.Outcome",
            "core.executor.Deadline",
            "core.executor.Interruption",
            "core.executor.Closing");
    return Stream.concat(Stream.of(own), shared).toArray(String[]::new);
  }

  /** The id of the construct. */
  String construct() {
    return construct;
  }

  /**
   * The classes that are copied, each without the first part of its package: first the one that
   * tests and models use, then what it is made of.
   */
  List<String> sources() {
    return sources;
  }
}
