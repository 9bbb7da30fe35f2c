/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.Signal;
import org.openjdk.jcstress.annotations.*;

/**
 * A thread works until another tells it to stop: does it stop?
 *
 * <p>A thread cannot be stopped from outside: it must look for itself, or be interrupted where it
 * waits. A plain field may be read once, before the loop (JLS 17.3 has this very loop); a volatile
 * one is read in every turn (JLS 8.3.1.4), and so is an opaque one, which is the least that helps
 * (D. Lea, <i>Using JDK 9 Memory Order Modes</i>). An interrupt is a flag that every thread already
 * has. A thread that waits for an item leaves the wait by an {@link InterruptedException}, whether
 * the interrupt came before or meanwhile (API of {@link Thread#interrupt}).
 *
 * <p>A thread that has not ended 30 seconds after the signal is called stale; jcstress sends the
 * signal a millisecond after the thread began. Kinds that must be woken are asked by {@link
 * SignalWakes}, which has many more samples. The control is a thread that is parked for good: it
 * shows that a stale thread is noticed, and no more. The natural one, the same loop on a plain
 * field, is {@link LostSignals.PlainFlag}.
 */
public class StopSignals {

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The thread has ended.")
  @Outcome(
      id = "STALE",
      expect = FORBIDDEN,
      desc = "The thread did not end within 30 seconds of the signal.")
  @Outcome(expect = FORBIDDEN, desc = "The thread, or the signal, ended with an exception.")
  @State
  public static class $Name {

    private final Signal stop = $subject;

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }
}
