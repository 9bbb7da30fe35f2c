/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.link;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.link.Link;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.function.IntUnaryOperator;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller writes a field before it sends a number, and the party writes another field before it
 * answers: does each side see what the other has written?
 *
 * <p>Neither field is volatile. The only order is that of the link, each way:
 *
 * <pre>{@code
 * Caller                          Party
 * write sent
 * send
 *                                 receive
 *                                 copy = sent
 *                                 answer
 * receive the answer
 * read copy
 * }</pre>
 *
 * <p>A put into a queue happens-before what follows the take, and what comes before an exchange
 * happens-before what follows it on the other side. With conditions it is the lock: its release
 * happens-before the next acquisition, and a wait ends with the lock held again. With park it is
 * the volatile field alone: its write happens-before the read that sees it, and unpark and park
 * order nothing.
 *
 * <p>The question is memory order: the sibling waits as well, but sends and answers by opaque
 * accesses.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Blocking
@Nightly
public class LinkPublishes {

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Each side saw what the other had written.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A field was read as it had been before it was written.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final Side LEFT = new Side();
    private static final Side RIGHT = new Side();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = LEFT.roundTrip();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = RIGHT.roundTrip();
    }

    private static Link link(IntUnaryOperator work) {
      return $subject;
    }

    /** A caller and its party; each sample has the next number, which the link does not carry. */
    private static final class Side {

      private int sent;
      private int copy;
      private final Link link = link(_ -> copy = sent);

      int roundTrip() {
        sent++;
        try {
          int _ = link.roundTrip(0);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return copy == sent ? 1 : 0;
      }
    }
  }
}
