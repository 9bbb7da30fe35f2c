/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread finds a gate open without having waited, by a question or by a wait of no time: does it
 * see what was written before the gate was opened?
 *
 * <p>Question and opening take the same lock: unlock happens-before the lock that follows it (API
 * of {@link java.util.concurrent.locks.Lock}, "Memory Synchronization"). The question is memory
 * order: the sibling's gate is an opaque field, which may be seen open before the write. x86 keeps
 * stores in order, and loads, and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Nightly
public class GatePublishes {

  @JCStressTest
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "The gate was not open yet.")
  @Outcome(
      id = {"42", "142"},
      expect = ACCEPTABLE,
      desc = "The gate was found open at the first look, or the second, and the write is seen.")
  @Outcome(
      id = {"0", "100"},
      expect = FORBIDDEN,
      desc = "The gate was found open, and the write is not seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private final Gate gate = $subject;
    private int field;

    @Actor
    public void keeper() {
      field = 42;
      boolean _ = gate.open();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = gate.isOpen() ? field : gate.opensWithin(Duration.ZERO) ? 100 + field : -1;
    }
  }
}
