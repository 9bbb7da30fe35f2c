/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread stores 2 to x and then to y, another one loads y and then stores 1 to x: can it see the
 * new y, and its own store be overwritten by the older one? (The litmus test S.)
 *
 * <pre>{@code
 * Thread A                    Thread B
 * x = 2
 * y = 1
 *                             r1 = y  -> 1
 *                             x = 1
 *                             in the end x is 2
 * }</pre>
 *
 * <p>It is message passing with a store in place of the second load: what B does after it has seen
 * y comes after what A did before. Think of a buffer that A fills and B, told that it is full,
 * empties: A's old content must not come back. Release and acquire are enough ({@link
 * java.lang.invoke.VarHandle}), and so is all that makes happens-before (JLS 17.4.5).
 *
 * <pre>
 *                Memory Model  x86-64                     AArch64
 * plain, opaque  allowed       not seen: stores in order  may be seen
 * all others     forbidden     not seen                   not seen
 * </pre>
 */
@Nightly
public class LitmusS {

  @JCStressTest
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "B looked too early, and stored last.")
  @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "B looked too early, and A stored last.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "B saw y, and its own store is the last one.")
  @Outcome(
      id = "1, 2",
      expect = FORBIDDEN,
      desc = "B saw y, and what A had stored before it came back.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @State
  public static class $Name {

    private final Cell x = $subject;
    private final Cell y = $subject;

    @Actor
    public void actor1() {
      x.set(2);
      x.fence();
      y.set(1);
    }

    @Actor
    public void actor2(JJ_Result r) {
      r.r1 = y.get();
      y.fence();
      x.set(1);
    }

    @Arbiter
    public void arbiter(JJ_Result r) {
      r.r2 = x.get();
    }
  }
}
