/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread stores to x and then to y, another one stores to y and then loads x: can the second
 * store to y be the one that stays, and x not be seen? (The litmus test R.)
 *
 * <pre>{@code
 * Thread A                    Thread B
 * x = 1
 * y = 1
 *                             y = 2       (the last store to y)
 *                             r1 = x  -> 0
 * }</pre>
 *
 * <p>That y is 2 in the end says that B stored after A's second store, and so after its first. B's
 * store may still be in the buffer of its core when B loads x: it is store buffering with a store
 * in place of one of the loads. Only one order of all accesses forbids it (JLS 17.4.4); that B
 * could acquire something is no help, since it loads nothing that A has released.
 *
 * <pre>
 *                       Memory Model  x86-64    AArch64
 * plain, opaque         allowed       seen      may be seen
 * release and acquire   allowed       seen      stlr, ldar: not seen
 * their fences          allowed       seen      may be seen
 * volatile, full fence  forbidden     not seen  not seen
 * </pre>
 */
@Nightly
public class LitmusR {

  @JCStressTest
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "B looked too early, and A stored last.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "B came between A's two stores.")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "B stored last, and sees x.")
  @Outcome(id = "0, 2", expect = FORBIDDEN, desc = "B stored last, and x is not seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @State
  public static class $Name {

    private final Cell x = $subject;
    private final Cell y = $subject;

    @Actor
    public void actor1() {
      x.set(1);
      x.fence();
      y.set(1);
    }

    @Actor
    public void actor2(JJ_Result r) {
      y.set(2);
      y.fence();
      r.r1 = x.get();
    }

    @Arbiter
    public void arbiter(JJ_Result r) {
      r.r2 = y.get();
    }
  }
}
