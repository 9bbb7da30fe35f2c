/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads store to a cell each, and two others load both, in opposite orders: can the two
 * readers disagree about which store came first? (Independent reads of independent writes, IRIW.)
 *
 * <pre>{@code
 * Writer 1    Writer 2    Reader 1        Reader 2
 * x = 1       y = 1       r1 = x  -> 1    r3 = y  -> 1
 *                         r2 = y  -> 0    r4 = x  -> 0
 * }</pre>
 *
 * <p>Reader 1 says that x was first, reader 2 that y was. Each thread by itself is in order; what
 * is missing is one order for all. The synchronization order of volatile accesses is such a one
 * (JLS 17.4.4), and so are full fences between the loads. Acquire loads are not: the two stores are
 * independent, and a machine may show them to its cores in different orders.
 *
 * <pre>
 *                       Memory Model  x86-64                AArch64
 * plain                 allowed       by the compiler only  may be seen
 * opaque                allowed       not seen              may be seen: loads out of order
 * release and acquire   allowed       not seen              not seen; POWER shows it
 * their fences          allowed       not seen              not seen; POWER shows it
 * volatile, full fence  forbidden     not seen              not seen
 * </pre>
 *
 * <p>On x86, and on AArch64 since version 8, a store is shown to all other cores at once; what is
 * left is the order of a reader's two loads.
 *
 * <p>Four actors need four CPUs: on fewer these tests are listed as not run.
 */
@Nightly
public class Iriw {

  @JCStressTest
  @Outcome(
      id = {
        "0, 0, 0, 0", "0, 0, 0, 1", "0, 0, 1, 0", "0, 0, 1, 1", "0, 1, 0, 0", "0, 1, 0, 1",
        "0, 1, 1, 0", "0, 1, 1, 1", "1, 0, 0, 0", "1, 0, 0, 1", "1, 0, 1, 1", "1, 1, 0, 0",
        "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 1"
      },
      expect = ACCEPTABLE,
      desc = "There is an order of the two stores that both readers can have seen.")
  @Outcome(
      id = "1, 0, 1, 0",
      expect = FORBIDDEN,
      desc = "One reader saw only x stored, the other only y.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @State
  public static class $Name {

    private final Cell x = $subject;
    private final Cell y = $subject;

    @Actor
    public void writer1() {
      x.set(1);
    }

    @Actor
    public void writer2() {
      y.set(1);
    }

    @Actor
    public void reader1(JJJJ_Result r) {
      r.r1 = x.get();
      x.fence();
      r.r2 = y.get();
    }

    @Actor
    public void reader2(JJJJ_Result r) {
      r.r3 = y.get();
      y.fence();
      r.r4 = x.get();
    }
  }
}
