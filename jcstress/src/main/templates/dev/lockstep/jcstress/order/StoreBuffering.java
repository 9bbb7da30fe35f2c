/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Each of two threads stores to its own cell and then loads that of the other: can both loads miss
 * both stores?
 *
 * <pre>{@code
 * Thread A                    Thread B
 * x = 1                       y = 1
 * r1 = y  -> 0
 *                             r2 = x  -> 0
 * }</pre>
 *
 * <p>In one order of the four accesses one of the two stores comes first, and the load that comes
 * last must see it. A core, however, keeps a store in its buffer for a while and goes on with the
 * loads behind it, so both may look too early. Only an order of all accesses forbids that:
 *
 * <ul>
 *   <li>Volatile accesses stand in one synchronization order, which keeps the order of each thread
 *       (JLS 17.4.4). The compiler has the store wait until all cores see it.
 *   <li>A full fence between the store and the load does the same to accesses of any mode.
 *   <li>Release and acquire order what comes before a store and what comes after a load. Nothing in
 *       them orders a store with a load behind it, be they accesses or fences.
 * </ul>
 *
 * <pre>
 *                      Memory Model  x86-64                AArch64
 * plain, opaque        allowed       mov, mov: seen        str, ldr: may be seen
 * release and acquire  allowed       mov, mov: seen        stlr, ldar: not seen
 * their fences         allowed       mov, mov: seen        dmb, str, ldr: may be seen
 * volatile             forbidden     mov, locked add, mov  stlr, ldar
 * full fence           forbidden     mov, locked add, mov  str, dmb, ldr
 * </pre>
 *
 * <p>On AArch64 the last word about release and acquire is the compiler's: C2 makes them of stlr
 * and ldar, which keep this order though nobody asked for it, and C1 of barriers, which do not. So
 * that the race of {@code ReleaseAcquire} may not be seen there.
 *
 * <p>This is the argument of Dekker's algorithm: two threads that each say something first and look
 * second cannot both look in vain. {@code JoinableQueue}, the flags of {@code process.Link}, {@code
 * Stage.release}, {@code Call.part} and {@code ParkHop} rest on it.
 */
public class StoreBuffering {

  @JCStressTest
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "A looked before B had stored.")
  @Outcome(
      id = {"1, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "B had stored when A looked, and A perhaps when B did.")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Both looked before the other's store was seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @State
  public static class $Name {

    private final Cell x = $subject;
    private final Cell y = $subject;

    @Actor
    public void actor1(JJ_Result r) {
      x.set(1);
      x.fence();
      r.r1 = y.get();
    }

    @Actor
    public void actor2(JJ_Result r) {
      y.set(1);
      y.fence();
      r.r2 = x.get();
    }
  }
}
