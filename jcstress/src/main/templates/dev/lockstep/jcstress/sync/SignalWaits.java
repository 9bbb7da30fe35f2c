/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread looks again and again for a signal, or is interrupted by it: does it go on before the
 * signal?
 *
 * <p>This is {@link SignalWakes} for the kinds that no other thread has to wake. Whether they end
 * at all is asked by {@link StopSignals}. The field {@code sent} is volatile: what the signal
 * brings along is asked by {@link SignalPublishes}.
 */
@Blocking
@Nightly
public class SignalWaits {

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE, desc = "The wait ended after the signal was sent.")
  @Outcome(id = "false", expect = FORBIDDEN, desc = "The wait ended before the signal was sent.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final Signal signal = $subject;
    private volatile Thread waiter;
    private volatile boolean sent;

    @Actor
    public void waiter(Z_Result r) {
      waiter = Thread.currentThread();
      SignalCalls.await(signal);
      r.r1 = sent;
    }

    @Actor
    public void sender() {
      while (waiter == null) {
        Thread.onSpinWait();
      }
      sent = true;
      signal.send(waiter);
    }
  }
}
