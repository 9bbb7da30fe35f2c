/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread loads one cell three times, in between by another name, while a second thread stores to
 * it: can a later load give an older value?
 *
 * <pre>{@code
 * Writer                      Reader
 *                             r1 = x      -> 0
 * x = 1
 *                             r2 = alias  -> 1
 *                             r3 = x      -> 0    (r1 once more)
 * }</pre>
 *
 * <p>No core does this: caches agree on the order of the values of one place. But a plain load is
 * no event that other threads could see. The compiler finds that x has been loaded already and that
 * this thread has stored nothing since, and it takes the value that it has. The load by the other
 * name it does not know for the same one. The Memory Model lets it: both values were written by
 * writes that no happens-before order keeps from being seen (JLS 17.4.5). From opaque mode on the
 * accesses of one cell are coherent, and all threads see its values in one order ({@link
 * java.lang.invoke.VarHandle}).
 *
 * <pre>
 *             Memory Model  x86-64                      AArch64
 * plain       allowed       seen: C2 leaves out a load  the same, by the compiler
 * all others  forbidden     not seen                    not seen
 * </pre>
 *
 * <p>An {@link Alias} takes some time to look up, for the store to come between.
 */
public class Coherence {

  @JCStressTest
  @Outcome(
      id = {"0, 0, 0", "0, 0, 1"},
      expect = ACCEPTABLE,
      desc = "The first two loads came before the store.")
  @Outcome(
      id = {"0, 1, 1", "1, 1, 1"},
      expect = ACCEPTABLE,
      desc = "The last two loads came after the store.")
  @Outcome(
      id = {"0, 1, 0", "1, 0, 0", "1, 0, 1", "1, 1, 0"},
      expect = FORBIDDEN,
      desc = "A later load gave an older value.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @State
  public static class $Name {

    private final Cell x = $subject;
    private final Alias alias = Alias.of(x);

    @Actor
    public void writer() {
      x.set(1);
    }

    @Actor
    public void reader(JJJ_Result r) {
      r.r1 = x.get();
      x.fence();
      r.r2 = alias.cell().get();
      x.fence();
      r.r3 = x.get();
    }
  }
}
