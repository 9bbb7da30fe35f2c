/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads meet at a barrier: does each leave after the other has come, and is one of them told
 * that it was the last?
 *
 * <p>{@code await} returns how many are still to come: 1 for the first of two, 0 for the last. No
 * two threads get the same number, so it can pick the one that does the work of all. The fields are
 * volatile: the order of plain ones is asked by {@link SignalPublishes}.
 *
 * <p>A result is the number that the thread was given, or -1 if it left before the other came.
 */
@Blocking
@Nightly
public class BarrierMeets {

  private static int meet(CyclicBarrier barrier) {
    try {
      return barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError("nobody interrupts these actors", e);
    }
  }

  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "A came first, B was the last.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "B came first, A was the last.")
  @Outcome(
      id = {"0, -1", "-1, 0", "1, -1", "-1, 1", "-1, -1"},
      expect = FORBIDDEN,
      desc = "A thread left before the other had come.")
  @Outcome(
      id = {"1, 1", "0, 0"},
      expect = FORBIDDEN,
      desc = "Both were told the same, and the work of the last is done twice or never.")
  @Outcome(expect = FORBIDDEN, desc = "A number that a barrier of two does not have.")
  @State
  public static class $Name {

    private final CyclicBarrier barrier = $subject;
    private volatile boolean left;
    private volatile boolean right;

    @Actor
    public void actor1(II_Result r) {
      left = true;
      int toCome = meet(barrier);
      r.r1 = right ? toCome : -1;
    }

    @Actor
    public void actor2(II_Result r) {
      right = true;
      int toCome = meet(barrier);
      r.r2 = left ? toCome : -1;
    }
  }
}
