/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.BoundedSemaphore;
import dev.lockstep.core.sync.PauseGate;
import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.contract.BothMayEnter;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.mutant.CheckThenReleaseSignal;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Permits and gates without waiting: what only one of two threads may do at the same time. {@link
 * StopSignals} and {@link Synchronizers} have the waiting threads.
 */
public class PermitState {

  /*
    Two threads want the only permit: exactly one of them gets it. Who is let in without a permit is
    hardly ever caught in the act; that two were told yes is.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PermitState.TakenOnce
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "sync:BOUNDED_SEMAPHORE")
  @State
  public static class TakenOnce {

    private final BoundedSemaphore permit = new BoundedSemaphore(1);

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = permit.tryAcquire();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = permit.tryAcquire();
    }
  }

  /*
    One permit is taken, two threads give it back: one of them is told that this is once too often.
    With the platform's Semaphore both succeed, and from then on there is a permit too many.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PermitState.BoundedOverRelease
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "sync:BOUNDED_SEMAPHORE")
  @State
  public static class BoundedOverRelease {

    private final BoundedSemaphore permit = new BoundedSemaphore(1);

    public BoundedOverRelease() {
      boolean _ = permit.tryAcquire();
    }

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = release();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = release();
    }

    private boolean release() {
      try {
        permit.release();
        return true;
      } catch (IllegalStateException onceTooOften) {
        return false;
      }
    }
  }

  /*
    The twin: ask whether a permit is taken, and then give it back.

        A                       B
        taken?  -> yes
                                taken?  -> yes
        release
                                release

    Both calls are right by themselves; what they are worth is over by the time the next line runs.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PermitState.CheckThenRelease
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(
      contract = OneEnters.class,
      mutant = CheckThenReleaseSignal.class,
      mustObserve = "true, true")
  @State
  public static class CheckThenRelease {

    private final Signal permit = new CheckThenReleaseSignal();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = release();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = release();
    }

    private boolean release() {
      try {
        permit.send(null);
        return true;
      } catch (IllegalStateException onceTooOften) {
        return false;
      }
    }
  }

  /*
    Two threads pause one gate: exactly one of them has closed it, and may do what goes with that
    once.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PermitState.PausedOnce
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "sync:PAUSE_GATE")
  @State
  public static class PausedOnce {

    private final PauseGate gate = new PauseGate();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = gate.pause();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = gate.pause();
    }
  }
}
