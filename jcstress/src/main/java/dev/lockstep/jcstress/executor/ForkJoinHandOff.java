/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.jcstress.contract.HandOff;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * {@link MapHandOff} for executors whose threads have a queue each and steal from each other: the
 * edge from caller to task and back runs through whoever stole or joined.
 */
@HandsOff
public class ForkJoinHandOff {

  private static final int WORKERS = 2;

  /*
    A queue per thread: what one worker was given another may steal. The edge from the caller to
    the task then runs through the thief.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t ForkJoinHandOff.WorkStealing

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
    The list is halved by the worker that has it: it forks the second task, runs the first, and joins.
    If the other worker has stolen the second, the edge back runs through that join.

        Caller                          Worker 1                Worker 2
        set the field, submit both
                                        fork 1
                                                                steal 1: copy
                                        run 0: copy
                                        join 1, done
        get returns, read both copies

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t ForkJoinHandOff.ForkJoinSplit
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:FORK_JOIN_SPLIT")
  @State
  public static class ForkJoinSplit {

    private static final Mapper MAPPER = ExecutorKind.FORK_JOIN_SPLIT.create(WORKERS);

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
      $ java -jar jcstress/target/jcstress.jar -t ForkJoinHandOff.ParallelStream

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
    A future per task in the common pool of the JVM, and one that completes when both have: whoever
    completes the last of them completes that one, too, so the edge from the other task runs through
    the state of its future.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t ForkJoinHandOff.CfAsync
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:CF_ASYNC")
  @State
  public static class CfAsync {

    private static final Mapper MAPPER = ExecutorKind.CF_ASYNC.create(WORKERS);

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
