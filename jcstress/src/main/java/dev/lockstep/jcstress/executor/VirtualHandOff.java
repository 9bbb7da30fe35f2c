/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.Carriers;
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
 * {@link MapHandOff} for executors that start a virtual thread per task. Their carriers are as many
 * as CPUs.
 */
@HandsOff
public class VirtualHandOff {

  private static final int WORKERS = 2;

  /*
    A virtual thread per task on as many carriers as the JVM has. That a virtual thread may change
    carriers must not show: the edges are those of threads.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t VirtualHandOff.Virtual

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
    Four tasks, two permits: a task may have to wait for one that another task gives back. That adds
    an edge from that task, which nobody needs here, and must not lose those to and from the caller.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t VirtualHandOff.VirtualLimited
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:VIRTUAL_LIMITED")
  @State
  public static class VirtualLimited {

    private static final Mapper MAPPER = ExecutorKind.VIRTUAL_LIMITED.create(WORKERS);

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
    The caller starts a thread that runs a stream, and that starts a thread per task and takes their
    results in order: two edges there and two back.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t VirtualHandOff.MapConcurrent
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:MAP_CONCURRENT")
  @State
  public static class MapConcurrent {

    private static final Mapper MAPPER = ExecutorKind.MAP_CONCURRENT.create(WORKERS);

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
    Subtasks of a scope that the caller opens, joins and closes: forking happens-before the subtask,
    and the subtask before the return of join. Structured concurrency is a preview, so the forked JVMs
    are started with --enable-preview.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t VirtualHandOff.Structured
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:STRUCTURED")
  @State
  public static class Structured {

    private static final Mapper MAPPER = ExecutorKind.STRUCTURED.create(Carriers.count());

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
