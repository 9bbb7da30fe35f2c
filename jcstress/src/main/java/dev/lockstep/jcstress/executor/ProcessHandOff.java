/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.process.Echo;
import dev.lockstep.jcstress.contract.HandOff;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * {@link MapHandOff} where caller and task share no fields: what is handed off are copies.
 *
 * <p>A caller sets two plain fields to values of its own, has two tasks in other processes copy
 * them, and compares what comes back. A byte that is read before it was written, an answer that
 * goes to the wrong caller or in the wrong place, or that of an earlier call, is a copy of
 * something else.
 *
 * <p>The pool is made once per forked JVM and has two processes, which end with it.
 */
@HandsOff
public class ProcessHandOff {

  private static final int WORKERS = 2;

  /** What one caller sends to its two tasks and gets back from them. */
  static final class Parcel {

    private int left;
    private int right;

    /** 1 if both copies are those of what was sent, else 0. */
    int through(Mapper mapper) {
      left = ThreadLocalRandom.current().nextInt();
      right = ~left;
      List<Integer> copies = mapper.map(Echo.ECHO, List.of(left, right));
      return copies.equals(List.of(left, right)) ? 1 : 0;
    }
  }

  /*
    Two worker processes behind rings in shared memory. A task runs in another JVM, where
    happens-before ends: what takes its place are release and acquire on the counters of the ring,
    each way, and a lock in this JVM. Either caller may take the other's answer out of the memory.
    A hand-over costs microseconds, or a wake-up through a socket.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t ProcessHandOff.TwoProcesses
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "executor:PROCESS_POOL")
  @State
  public static class TwoProcesses {

    private static final Mapper MAPPER = ExecutorKind.PROCESS_POOL.create(WORKERS);

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
