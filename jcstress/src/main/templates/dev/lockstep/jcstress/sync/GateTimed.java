/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits at a gate for a time, and just before that is over the gate is opened and closed
 * at once: is the thread told that it was open?
 *
 * <p>The thread may run again only when its time is over and the gate is closed. What counts is
 * that the gate was opened while it waited:
 *
 * <pre>{@code
 * Waiter                      Keeper
 * open?  -> no, sleep a little
 *                             open: wake all
 *                             close
 * (awake) time is over: "no"
 * }</pre>
 *
 * <p>The keeper opens the gate when it has seen the waiter asleep, and looks at the clock
 * afterwards; the waiter has noted before its wait when that may end at the earliest. The keeper
 * learns from each sample and comes later or sooner next time.
 */
@Blocking
@Nightly
public class GateTimed {

  @JCStressTest
  @Outcome(
      id = {"TOLD", "TOO LATE"},
      expect = ACCEPTABLE,
      desc = "The thread was told that the gate was open, or it was opened too late.")
  @Outcome(
      id = "FORGOTTEN",
      expect = FORBIDDEN,
      desc = "The gate was opened in time, and the thread was told that it was not.")
  @Outcome(expect = FORBIDDEN, desc = "The thread was told so before the gate was opened.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(400_000);
    private static final AdaptiveDelay DELAY = new AdaptiveDelay(500);

    private final Gate gate = $subject;
    private long earliestEnd;
    private volatile Thread waiter;
    private volatile boolean isOver;
    private volatile boolean isOpening;
    private boolean told;
    private boolean early;
    private boolean inTime;

    @Actor
    public void waiter() {
      earliestEnd = System.nanoTime() + BRIEFLY.toNanos();
      waiter = Thread.currentThread();
      told = gate.opensWithin(BRIEFLY);
      early = told && !isOpening;
      isOver = true;
    }

    @Actor
    public void keeper() {
      while (waiter == null) {
        Thread.onSpinWait();
      }
      boolean sleeps = false;
      while (!sleeps && !isOver) {
        sleeps = waiter.getState() == Thread.State.TIMED_WAITING;
      }
      DELAY.pause();
      isOpening = true;
      boolean _ = gate.open();
      inTime = sleeps && System.nanoTime() < earliestEnd;
      boolean _ = gate.close();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      DELAY.adjust(told);
      r.r1 = early ? "EARLY" : told ? "TOLD" : inTime ? "FORGOTTEN" : "TOO LATE";
    }
  }
}
