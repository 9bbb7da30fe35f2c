/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.link;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.link.Link;
import dev.lockstep.jcstress.proof.Blocking;
import java.util.function.IntUnaryOperator;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller sends a number to a party and waits for the answer: has the party worked on this number
 * when {@link Link#roundTrip} returns?
 *
 * <p>A link that does not wait for the answer lets the caller go on while the party is only waking
 * up:
 *
 * <pre>{@code
 * Caller                          Party
 * send 7
 * go on, read done: 6
 *                                 receive 7
 *                                 done = 7
 * }</pre>
 *
 * <p>The field is volatile: another number in it means that the party was not waited for, and
 * nothing about memory order. That is what {@link LinkPublishes} asks.
 *
 * <p>Two callers do this at the same time, each on a link of its own. With two CPUs there are twice
 * as many threads as CPUs, so all of them really sleep and are woken.
 */
@Blocking
public class LinkWaits {

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both parties had worked before they answered.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A caller went on before its party had worked.")
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

    /** A caller and its party; each sample has the next number. */
    private static final class Side {

      private volatile int done;
      private int sent;
      private final Link link = link(number -> done = number);

      int roundTrip() {
        sent++;
        try {
          int answer = link.roundTrip(sent);
          return done != sent ? 0 : answer == sent + 1 ? 1 : -1;
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
