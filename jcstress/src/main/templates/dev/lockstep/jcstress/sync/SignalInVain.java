/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.VainWakeUp;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits for a signal and is woken for no reason: does it wait on?
 *
 * <p>Any wait may return without a reason, so a thread that wakes up looks again. With {@code if}
 * in place of {@code while}:
 *
 * <pre>{@code
 * Waiter                 Sender
 * sent?  -> no: wait
 * (woken) go on
 *                        sent = true
 * }</pre>
 *
 * <p>JVMs make hardly any use of what they are allowed, so the sender wakes the thread by the
 * monitor or the condition that it waits on, and unparks it. Source: API of {@link Object#wait()},
 * {@link java.util.concurrent.locks.Condition} and {@link LockSupport#park}.
 */
@Blocking
@Nightly
public class SignalInVain {

  @JCStressTest
  @Outcome(id = "WOKEN", expect = ACCEPTABLE, desc = "The wait ended when the signal was sent.")
  @Outcome(
      id = {"EARLY", "LATE"},
      expect = FORBIDDEN,
      desc = "The wait ended before the signal was sent, or did not end when it was.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final Signal signal = $subject;
    private final Watch watch = new Watch(2);
    private volatile Thread waiter;
    private volatile boolean isSent;
    private boolean early;

    @Actor
    public void waiter(L_Result r) {
      waiter = Thread.currentThread();
      boolean ended =
          watch.ends(
              0,
              () -> {
                signal.await();
                early = !isSent;
              });
      r.r1 = !ended ? "LATE" : early ? "EARLY" : "WOKEN";
    }

    @Actor
    @SuppressWarnings("ThreadPriorityCheck") // the woken thread may need this processor
    public void sender() {
      watch.awaitParked(0);
      boolean _ =
          watch.ends(
              1,
              () -> {
                VainWakeUp.send(signal);
                LockSupport.unpark(waiter);
                for (int i = 0; i < 50; i++) {
                  Thread.yield(); // gives the thread the time to go wrong; no outcome depends on it
                }
                isSent = true;
                signal.send(waiter);
              });
    }
  }
}
