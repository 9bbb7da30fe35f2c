/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;

/**
 * A thread asks again and again whether a gate is open, and does nothing else: does it learn that
 * it is?
 *
 * <p>A compiler may read a plain field once, before the loop. It may not move a read out of a lock
 * that is taken in every turn.
 */
@Nightly
public class GatePolled {

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The thread found the gate open.")
  @Outcome(
      id = "STALE",
      expect = FORBIDDEN,
      desc = "The thread did not end within 30 seconds after the gate was opened.")
  @Outcome(expect = FORBIDDEN, desc = "The thread, or the signal, ended with an exception.")
  @State
  public static class $Name {

    private final Gate gate = $subject;

    /** An empty body on purpose: whatever is called in it could keep the read inside the loop. */
    @Actor
    public void worker() {
      while (!gate.isOpen()) {}
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal() {
      boolean _ = gate.open();
    }
  }
}
