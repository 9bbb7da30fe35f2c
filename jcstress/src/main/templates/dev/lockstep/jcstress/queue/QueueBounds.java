/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * One place is left, and two threads offer an item: is one of them refused, and only one?
 *
 * <p>Looking for room and filling it are one step. Apart, both see the same place:
 *
 * <pre>{@code
 * Thread A               Thread B
 * is there room?  -> 1
 *                        is there room?  -> 1
 * append
 *                        append: one too many
 * }</pre>
 *
 * <p>Source: API of {@link java.util.concurrent.BlockingQueue#offer}: only "without violating
 * capacity restrictions".
 */
@Nightly
public class QueueBounds {

  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "A was first.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "B was first.")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "It holds an item more than it may.")
  @Outcome(expect = FORBIDDEN, desc = "There was room, and nobody got it.")
  @State
  public static class $Name {

    private final Channel<Integer> queue = QueueCalls.allButFull($subject);
    private final Meeting meeting = new Meeting();

    @Actor
    public void actor1(ZZ_Result r) {
      meeting.begin();
      r.r1 = queue.offer(1);
    }

    @Actor
    public void actor2(ZZ_Result r) {
      meeting.begin();
      r.r2 = queue.offer(2);
    }
  }
}
