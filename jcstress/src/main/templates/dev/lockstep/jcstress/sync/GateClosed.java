/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits at a closed gate for a time, and another closes it once more: is the first thread
 * told that the gate was open?
 *
 * <p>A gate that counts how often it changed must not take this for a change:
 *
 * <pre>{@code
 * Waiter                      Keeper
 * open?  -> no, sleep a little
 *                             close
 * (awake) time is over: "no"
 * }</pre>
 *
 * <p>The keeper closes the gate when it has seen the waiter asleep.
 */
@Blocking
@Nightly
public class GateClosed {

  @JCStressTest
  @Outcome(
      id = {"NOT TOLD", "TOO LATE"},
      expect = ACCEPTABLE,
      desc = "The thread was told that the gate stayed closed, or had left when it was closed.")
  @Outcome(
      id = "TOLD",
      expect = FORBIDDEN,
      desc = "Nobody opened the gate, and the thread was told that it was open.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can be said of a wait.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(200_000);

    private final Gate gate = $subject;
    private volatile Thread waiter;
    private volatile boolean isOver;
    private boolean told;
    private boolean asleep;

    @Actor
    public void waiter() {
      waiter = Thread.currentThread();
      told = gate.opensWithin(BRIEFLY);
      isOver = true;
    }

    @Actor
    public void keeper() {
      while (waiter == null) {
        Thread.onSpinWait();
      }
      while (!asleep && !isOver) {
        asleep = waiter.getState() == Thread.State.TIMED_WAITING;
      }
      boolean _ = gate.close();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = told ? "TOLD" : asleep ? "NOT TOLD" : "TOO LATE";
    }
  }
}
