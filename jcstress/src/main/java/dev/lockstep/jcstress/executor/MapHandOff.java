/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.jcstress.contract.HandOff;
import dev.lockstep.jcstress.contract.LeakyHandOff;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Does what one side of {@link Mapper#map} writes reach the other side?
 *
 * <p>A caller sets a plain field and calls map; two tasks copy it to two more plain fields; when
 * map has returned, the caller reads the copies. No field is volatile and no lock is taken: the
 * only order is what the executor gives (submission happens-before the task, the task
 * happens-before the return of get). Two callers do this at the same time on one executor, each
 * with fields of its own, so that queues and threads are contended. Here the executors are loops
 * and queues of platform threads; those of the other natures are in {@link ForkJoinHandOff}, {@link
 * VirtualHandOff} and {@link SingleThreadHandOff}.
 *
 * <p>The executor is made once per forked JVM, with two workers; a sample takes microseconds, so
 * there are thousands of times fewer of them than for a counter. Where jcstress pins the actors to
 * CPUs, threads that an actor starts inherit its CPU; the pools' threads are started before that,
 * while jcstress sizes the test, but those of THREAD_PER_TASK and CACHED meet other CPUs only in
 * that phase.
 */
@HandsOff
public class MapHandOff {

  private static final int WORKERS = 2;

  /*
    The loop of the caller: everything is in program order, which is happens-before in one thread
    (JLS 17.4.3). The control: what is forbidden below must be impossible here.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.Serial

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES  FREQ      EXPECT  DESCRIPTION
        0, 0          0    0%   Forbidden  Both callers: a field was read before it was written.
        0, 1          0    0%   Forbidden  First caller: a field was read before it was written.
        1, 0          0    0%   Forbidden  Second caller: a field was read before it was written.
        1, 1  1,100,000  100%  Acceptable  Both callers: written, copied and read in this order.
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:SERIAL")
  @State
  public static class Serial {

    private static final Mapper MAPPER = ExecutorKind.SERIAL.create(WORKERS);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(MAPPER);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(MAPPER);
    }
  }

  /*
    A new thread per task: starting a thread happens-before its first action, its future's
    completion before the return of get. Threads cost tens of microseconds each, so samples are
    few.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.ThreadPerTask

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
        0, 0        0    0%   Forbidden  Both callers: a field was read before it was written.
        0, 1        0    0%   Forbidden  First caller: a field was read before it was written.
        1, 0        0    0%   Forbidden  Second caller: a field was read before it was written.
        1, 1    1,400  100%  Acceptable  Both callers: written, copied and read in this order.
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:THREAD_PER_TASK")
  @State
  public static class ThreadPerTask {

    private static final Mapper MAPPER = ExecutorKind.THREAD_PER_TASK.create(WORKERS);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(MAPPER);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(MAPPER);
    }
  }

  /*
    Two hand-made threads on one blocking queue. Two edges carry what was written: the queue's, from
    putting a task to taking it, and the future's, from its completion to the return of get.

        Caller                          Worker
        set the field, put 0, 1
                                        take 0: copy, complete future 0
                                        take 1: copy, complete future 1
        get 0, get 1 return
        read both copies

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.QueueWorkers
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:QUEUE_WORKERS")
  @State
  public static class QueueWorkers {

    private static final Mapper MAPPER = ExecutorKind.QUEUE_WORKERS.create(WORKERS);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(MAPPER);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(MAPPER);
    }
  }

  /*
    A pool of two threads and one queue, which both callers fill: a task may run while its caller
    is still submitting the next, and the other caller's tasks come in between.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.Fixed

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
        0, 0        0    0%   Forbidden  Both callers: a field was read before it was written.
        0, 1        0    0%   Forbidden  First caller: a field was read before it was written.
        1, 0        0    0%   Forbidden  Second caller: a field was read before it was written.
        1, 1    3,100  100%  Acceptable  Both callers: written, copied and read in this order.
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:FIXED")
  @State
  public static class Fixed {

    private static final Mapper MAPPER = ExecutorKind.FIXED.create(WORKERS);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(MAPPER);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(MAPPER);
    }
  }

  /*
    A pool that grows: a task goes straight to a thread that waits for one, without a queue in
    between, or else a new thread is started with it. The edge to the task is the hand-over in the
    first case and the start of the thread in the second, and which it is differs from task to task.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.Cached
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:CACHED")
  @State
  public static class Cached {

    private static final Mapper MAPPER = ExecutorKind.CACHED.create(WORKERS);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(MAPPER);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(MAPPER);
    }
  }

  /*
    Two threads and room for four tasks, which both callers together just fill: whoever finds no room
    runs its task itself, in program order, while its other task runs on a worker.

        First caller                    Second caller           Worker
        set the field, submit 0
                                        submit 0, 1
        submit 1: no room, run it here
                                                                task 0: copy
        get 0 returns, read both

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.BoundedCallerRuns
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:BOUNDED_CALLER_RUNS")
  @State
  public static class BoundedCallerRuns {

    private static final Mapper MAPPER = ExecutorKind.BOUNDED_CALLER_RUNS.create(WORKERS);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(MAPPER);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(MAPPER);
    }
  }

  /*
    The twin: a pool that waits for its first task and forgets the second. It must be caught, or
    the tests above could not have caught anything either.

        Caller                          Worker
        set the field, submit 0, 1
                                        task 0: copy
        get of future 0 returns
        read both copies: 1 and 0
                                        task 1: copy

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.FirstTaskOnly

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 0      660  14.4%  Interesting  Both callers: a field was read before it was written.
        0, 1    1,100  24.1%  Interesting  First caller: a field was read before it was written.
        1, 0      940  20.6%  Interesting  Second caller: a field was read before it was written.
        1, 1    1,900  41.0%   Acceptable  Both callers: written, copied and read in this order.
  */
  @JCStressTest
  @JCStressMeta(LeakyHandOff.class)
  @Twin(
      contract = HandOff.class,
      bug = "waits for the first task only",
      mustObserve = {"0, 1", "1, 0", "0, 0"})
  @State
  public static class FirstTaskOnly {

    private static final Mapper MAPPER = new FirstTaskOnlyMapper(WORKERS);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(MAPPER);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(MAPPER);
    }
  }
}
