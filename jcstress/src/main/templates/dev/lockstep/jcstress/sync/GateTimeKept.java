/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.HoldUp;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits at a gate for a time, nobody opens it, and the thread is woken for no reason again
 * and again: does its time go by all the same?
 *
 * <p>A thread that wakes up and waits on has less time left than before. One that begins to count
 * anew is held up by every wake-up:
 *
 * <pre>{@code
 * Waiter                 Other
 * closed: wait for 40 ms
 *                        wake it after 1 ms
 * closed: wait for 40 ms
 *                        wake it after 1 ms, ...
 * }</pre>
 *
 * <p>{@link HoldUp} says when a wait counts as held up. Whoever looks once when it wakes up, and
 * not again, leaves before its time is over, or says that the gate was open.
 */
@Blocking
@Nightly
public class GateTimeKept {

  @JCStressTest
  @Outcome(
      id = {"ENDED", "NOT_SEEN"},
      expect = ACCEPTABLE,
      desc = "The wait ended in vain; or the machine was too busy to tell.")
  @Outcome(id = "GOES_ON", expect = FORBIDDEN, desc = "The wait was held up by wake-ups.")
  @Outcome(
      id = {"OPEN", "TOO SOON"},
      expect = FORBIDDEN,
      desc = "The thread was told that the gate was open, or left before its time was over.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final HoldUp HOLD_UP = new HoldUp();

    private final Gate gate = $subject;
    private volatile boolean isOver;
    private boolean open;
    private boolean tooSoon;
    private HoldUp.Verdict verdict;

    @Actor
    public void waiter() {
      long begin = System.nanoTime();
      open = gate.opensWithin(HoldUp.BRIEFLY);
      tooSoon = System.nanoTime() - begin < HoldUp.BRIEFLY.toNanos();
      isOver = true;
    }

    @Actor
    public void other() {
      verdict = HOLD_UP.of(gate, () -> isOver);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = open ? "OPEN" : tooSoon ? "TOO SOON" : verdict.name();
    }
  }
}
