/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * One thread writes a plain field and sends a signal; the other waits for the signal and reads the
 * field: does it see what was written?
 *
 * <p>Every kind makes a chain of happens-before (JLS 17.4.5) from the write to the read:
 *
 * <ul>
 *   <li>A monitor and a lock: unlock happens-before the next lock, and a wait has the lock again
 *       when it ends. An event and a gate are made of one.
 *   <li>A volatile flag, and {@code park}, which orders nothing by itself: the write of the flag
 *       happens-before the read that sees it.
 *   <li>Latch, semaphore, barrier, future: their API says so, "Memory consistency effects". A
 *       future promises it of {@code get}, not of {@code isDone}.
 *   <li>An interrupt synchronizes-with the point where the thread finds out about it (JLS 17.4.4).
 * </ul>
 *
 * <p>The question is memory order, not waiting: the sibling waits as well, but for an opaque flag,
 * which may arrive before the field. x86 keeps stores in order, and loads, and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Blocking
@Nightly
public class SignalPublishes {

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The write happened-before the read: it is seen.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "The wait was over, and the write is not seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private final Signal signal = $subject;
    private volatile Thread waiter;
    private int field;

    @Actor
    public void waiter(I_Result r) {
      waiter = Thread.currentThread();
      SignalCalls.await(signal);
      r.r1 = field;
    }

    @Actor
    public void sender() {
      Thread thread = waiter;
      while (thread == null) {
        Thread.onSpinWait();
        thread = waiter;
      }
      field = 1;
      signal.send(thread);
    }
  }
}
