/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread writes a plain field and then sets a flag, another one reads the flag and then the
 * field: can it see the flag and not what was written before?
 *
 * <pre>{@code
 * Writer                      Reader
 * content = 42
 * flag = 1
 *                             flag     -> 1
 *                             content  -> 0
 * }</pre>
 *
 * <p>Two things must not happen: that the two writes are seen in the other order, and that the two
 * reads are done in the other order. A release store keeps what precedes it before it, an acquire
 * load keeps what follows it behind it, and the two together hand the content over ({@link
 * java.lang.invoke.VarHandle}). With a volatile flag this is happens-before: the write of the flag
 * synchronizes-with the read that sees it (JLS 17.4.4, 17.4.5). Either side alone is not enough,
 * see {@code Halves}.
 *
 * <pre>
 *                       Memory Model  x86-64                AArch64
 * plain                 allowed       seen, by C2           may be seen
 * opaque                allowed       not seen              may be seen
 * release and acquire   forbidden     mov                   stlr, ldar
 * their fences          forbidden     no instruction        dmb ish, dmb ishld
 * volatile, full fence  forbidden     more than is needed   more than is needed
 * </pre>
 *
 * <p>All tests named {@code ...Publishes} and {@code Publications} ask this of a construct that has
 * such a pair inside.
 */
@Nightly
public class MessagePassing {

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before both writes.")
  @Outcome(id = "0, 42", expect = ACCEPTABLE, desc = "The reader came between the two writes.")
  @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "The reader came after both writes.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The flag is seen, the content is not.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private final Cell flag = $subject;
    private long content;

    @Actor
    public void writer() {
      content = 42;
      flag.fence();
      flag.set(1);
    }

    @Actor
    public void reader(JJ_Result r) {
      r.r1 = flag.get();
      flag.fence();
      r.r2 = content;
    }
  }
}
