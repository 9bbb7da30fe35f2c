/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads store to the same two cells, in opposite orders: can the first store of each be the
 * one that stays? (The litmus test 2+2W.)
 *
 * <pre>{@code
 * Thread A                    Thread B
 * x = 1                       y = 1
 * y = 2                       x = 2
 *                             in the end x is 1 and y is 1
 * }</pre>
 *
 * <p>That x is 1 says that B's second store came before A's first, and that y is 1 says the same of
 * A's second and B's first: a circle, which no order of the four stores allows. There is no load
 * here that could acquire anything. So release alone does not forbid it, to the letter of the
 * access modes; an order of all accesses does (JLS 17.4.4).
 *
 * <pre>
 *                       Memory Model  x86-64                     AArch64
 * plain, opaque         allowed       not seen: stores in order  may be seen
 * release and acquire   allowed       not seen                   stlr, stlr: not seen
 * their fences          allowed       not seen                   str, dmb, str: not seen
 * volatile, full fence  forbidden     not seen                   not seen
 * </pre>
 */
@Nightly
public class Litmus2Plus2W {

  @JCStressTest
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "A stored first, then B.")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "B stored first, then A.")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "The second store of each came last.")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "The first store of each came last.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @State
  public static class $Name {

    private final Cell x = $subject;
    private final Cell y = $subject;

    @Actor
    public void actor1() {
      x.set(1);
      x.fence();
      y.set(2);
    }

    @Actor
    public void actor2() {
      y.set(1);
      y.fence();
      x.set(2);
    }

    @Arbiter
    public void arbiter(JJ_Result r) {
      r.r1 = x.get();
      r.r2 = y.get();
    }
  }
}
