/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.Carriers;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.jcstress.contract.HandOff;
import dev.lockstep.jcstress.contract.LeakyHandOff;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.List;
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
 * with fields of its own, so that queues and threads are contended.
 *
 * <p>The executor is made once per forked JVM, with two workers; a sample takes microseconds, so
 * there are thousands of times fewer of them than for a counter. Where jcstress pins the actors to
 * CPUs, threads that an actor starts inherit its CPU; the pools' threads are started before that,
 * while jcstress sizes the test, but those of THREAD_PER_TASK meet other CPUs only in that phase.
 */
@HandsOff
public class MapHandOff {

  private static final int WORKERS = 2;

  /** What one caller hands to its two tasks and gets back from them, through plain fields. */
  static final class Parcel {

    private static final List<Integer> TASKS = List.of(0, 1);

    private int sent;
    private int left;
    private int right;

    /** 1 if both tasks saw what was sent and both copies arrived, else 0. */
    int through(Mapper mapper) {
      sent = 1;
      List<Integer> _ = mapper.map(this::copy, TASKS);
      return left & right;
    }

    private int copy(int task) {
      if (task == 0) {
        left = sent;
      } else {
        right = sent;
      }
      return task;
    }
  }

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
    A queue per thread: what one worker was given another may steal. The edge from the caller to
    the task then runs through the thief.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.WorkStealing

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
        0, 0        0    0%   Forbidden  Both callers: a field was read before it was written.
        0, 1        0    0%   Forbidden  First caller: a field was read before it was written.
        1, 0        0    0%   Forbidden  Second caller: a field was read before it was written.
        1, 1    7,600  100%  Acceptable  Both callers: written, copied and read in this order.
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:WORK_STEALING")
  @State
  public static class WorkStealing {

    private static final Mapper MAPPER = ExecutorKind.WORK_STEALING.create(WORKERS);

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
    One task is submitted, the whole stream, and splits itself; its halves are forked from inside
    the pool, so the edge back runs through the join of the halves.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.ParallelStream

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
        0, 0        0    0%   Forbidden  Both callers: a field was read before it was written.
        0, 1        0    0%   Forbidden  First caller: a field was read before it was written.
        1, 0        0    0%   Forbidden  Second caller: a field was read before it was written.
        1, 1    5,400  100%  Acceptable  Both callers: written, copied and read in this order.
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:PARALLEL_STREAM")
  @State
  public static class ParallelStream {

    private static final Mapper MAPPER = ExecutorKind.PARALLEL_STREAM.create(WORKERS);

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
    A virtual thread per task on as many carriers as the JVM has. That a virtual thread may change
    carriers must not show: the edges are those of threads.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MapHandOff.Virtual

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
        0, 0        0    0%   Forbidden  Both callers: a field was read before it was written.
        0, 1        0    0%   Forbidden  First caller: a field was read before it was written.
        1, 0        0    0%   Forbidden  Second caller: a field was read before it was written.
        1, 1    2,800  100%  Acceptable  Both callers: written, copied and read in this order.
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:VIRTUAL")
  @State
  public static class Virtual {

    private static final Mapper MAPPER = ExecutorKind.VIRTUAL.create(Carriers.count());

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
