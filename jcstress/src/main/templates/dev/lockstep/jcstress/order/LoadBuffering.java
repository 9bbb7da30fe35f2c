/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Each of two threads loads the other's cell and then stores to its own: can both loads see a store
 * that comes after them?
 *
 * <pre>{@code
 * Thread A                    Thread B
 * r1 = x  -> 1                r2 = y  -> 1
 * y = 1                       x = 1
 * }</pre>
 *
 * <p>Each load would have to wait for a store that waits for the other load. It can happen where a
 * store may overtake an earlier load, by the compiler or by the hardware, and the Memory Model
 * allows it to plain and opaque accesses: no rule of causality (JLS 17.4.8) is hurt, since neither
 * store depends on what was loaded. An acquire load stays before all that follows it.
 *
 * <pre>
 *                Memory Model  x86-64                           AArch64
 * plain, opaque  allowed       not seen: stores wait for loads  allowed, hardly ever done
 * all others     forbidden     not seen                         not seen: ldar, dmb
 * </pre>
 */
@Nightly
public class LoadBuffering {

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both loaded before both stores.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "A came first, B saw its store.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "B came first, A saw its store.")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "Each load saw a store that comes after it.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @State
  public static class $Name {

    private final Cell x = $subject;
    private final Cell y = $subject;

    @Actor
    public void actor1(JJ_Result r) {
      r.r1 = x.get();
      x.fence();
      y.set(1);
    }

    @Actor
    public void actor2(JJ_Result r) {
      r.r2 = y.get();
      y.fence();
      x.set(1);
    }
  }
}
