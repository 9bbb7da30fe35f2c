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
 * {@link MapHandOff} for executors with one thread, on which the tasks of both callers run one
 * after the other. That confines the tasks; what the callers hand them and get back still needs its
 * edges.
 */
@HandsOff
public class SingleThreadHandOff {

  private static final int WORKERS = 2;

  /*
    A pool of one thread: nothing runs beside a task but the callers themselves.

        First caller        Second caller           The thread
        set, submit 0, 1
                            set, submit 0, 1
                                                    0, 0, 1, 1 in some order: copy
        get 0, 1: read      get 0, 1: read

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t SingleThreadHandOff.ActorExecutor
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:ACTOR")
  @State
  public static class ActorExecutor {

    private static final Mapper MAPPER = ExecutorKind.ACTOR.create(WORKERS);

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
    Callbacks in a queue, and behind them one that completes a future: the edge back is from that last
    callback, and those before it are ordered with it because one thread runs them all.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t SingleThreadHandOff.EventLoop
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:EVENT_LOOP")
  @State
  public static class EventLoop {

    private static final Mapper MAPPER = ExecutorKind.EVENT_LOOP.create(WORKERS);

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
