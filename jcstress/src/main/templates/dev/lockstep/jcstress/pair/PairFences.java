/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pair;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pair.Pair;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A reader of a seqlock looks at the version, reads two numbers and looks again: can it find the
 * version unchanged and the numbers of two pairs?
 *
 * <p>In the order of the text it cannot, see {@link PairWhole}. But a load may be carried out
 * earlier than it stands there, and a store later:
 *
 * <pre>{@code
 * Writer                      Reader, whose second look comes too early
 *                             version  -> 0, even
 *                             version  -> 0, unchanged
 *                             first    -> 0
 * version = 1
 * first = 1, second = 1
 * version = 2
 *                             second   -> 1
 * }</pre>
 *
 * <p>An acquire fence before the second look forbids it: no load in front of it comes later than
 * what stands behind it ({@link java.lang.invoke.VarHandle#acquireFence}, by which {@link
 * java.util.concurrent.locks.StampedLock#validate} begins, too). An acquire load does not, since it
 * holds back what stands behind it only. In the writer it is a release fence that keeps the numbers
 * behind the odd version, and a release that keeps them before the even one.
 *
 * <pre>
 *                          Memory Model  x86-64                        AArch64
 * no acquire fence         allowed       not seen: loads keep order    may be seen
 * no release fence         allowed       not seen: stores keep order   may be seen
 * opaque end of a write    allowed       not seen: stores keep order   may be seen
 * all of them              forbidden     not seen                      not seen
 * </pre>
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Nightly
public class PairFences {

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "The reader was gone before the first write.")
  @Outcome(
      id = {"11", "22"},
      expect = ACCEPTABLE,
      desc = "The reader saw a pair, whole.")
  @Outcome(
      id = {"1", "10", "2", "20", "12", "21"},
      expect = FORBIDDEN,
      desc = "The version was unchanged, and the numbers are of two pairs.")
  @Outcome(expect = FORBIDDEN, desc = "A number that nobody wrote.")
  @State
  public static class $Name {

    private final Pair pair = $subject;
    private final Meeting meeting = new Meeting();

    @Actor
    public void writer() {
      meeting.begin();
      for (int i = 0; i < 3; i++) {
        pair.write(1, 1);
        pair.write(2, 2);
      }
    }

    @Actor
    public void reader(J_Result r) {
      meeting.begin();
      long seen = 0;
      for (int i = 0; i < 3 && seen % 11 == 0; i++) {
        seen = pair.read((first, second) -> 10 * first + second);
      }
      r.r1 = seen;
    }
  }
}
