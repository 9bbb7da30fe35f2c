/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * One thread begins to wait for a signal while the other sends it: does the wait end, and not
 * before the signal?
 *
 * <p>A thread that goes to sleep has found just before that there is no signal yet. A signal that
 * comes in between must not be lost:
 *
 * <pre>{@code
 * Waiter                      Sender
 * sent?  -> false
 *                             sent = true
 *                             notify: nobody sleeps
 * sleep                       (gone)
 * }</pre>
 *
 * <p>With a monitor or a lock the look and the sleep are one step for the sender, since the lock is
 * given back by the sleep itself (API of {@link Object#wait()}); with {@code park} the sender's
 * permit is kept for a thread that does not sleep yet.
 *
 * <p>The field {@code sent} is volatile: what the signal brings along is asked by {@link
 * SignalPublishes}. Kinds that do not sleep are asked by {@link SignalWaits} and {@link
 * StopSignals}.
 *
 * <p>The waiter learns from each sample when the signal comes, and begins to wait just then: about
 * half of the signals come before it does, and half after.
 */
@Blocking
public class SignalWakes {

  @JCStressTest
  @Outcome(id = "WOKEN", expect = ACCEPTABLE, desc = "The signal was sent after the wait began.")
  @Outcome(id = "FOUND", expect = ACCEPTABLE, desc = "The signal was there before the wait began.")
  @Outcome(id = "EARLY", expect = FORBIDDEN, desc = "The wait ended before the signal was sent.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "The signal was sent, and the thread sleeps on.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final AdaptiveDelay DELAY = new AdaptiveDelay(1);

    private final Signal signal = $subject;
    private final Watch watch = new Watch(2);
    private volatile Thread waiter;
    private volatile boolean sent;

    @Actor
    public void waiter(L_Result r) {
      waiter = Thread.currentThread();
      DELAY.pause();
      boolean found = sent;
      boolean ended = watch.ends(0, signal::await);
      r.r1 = !ended ? "LATE" : !sent ? "EARLY" : found ? "FOUND" : "WOKEN";
      DELAY.adjust(!found);
    }

    @Actor
    public void sender() {
      while (waiter == null) {
        Thread.onSpinWait();
      }
      sent = true;
      boolean _ = watch.ends(1, () -> signal.send(waiter));
    }
  }
}
