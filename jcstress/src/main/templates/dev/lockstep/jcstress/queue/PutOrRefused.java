/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A producer puts an item while another thread closes the queue: is the item refused, or else
 * worked on?
 *
 * <p>The sentinel and the refusal come at one go. Apart, an item gets in between, behind the
 * sentinel, where no consumer ever looks:
 *
 * <pre>{@code
 * Closer                 Producer
 * append the sentinel
 *                        put 1: accepted
 * refuse from now on
 * }</pre>
 *
 * <p>Source: API of {@link ClosableQueue}: what was put before the close is worked on to the end.
 */
@Nightly
public class PutOrRefused {

  @JCStressTest
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "The item came before the sentinel.")
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "The item was refused.")
  @Outcome(id = "true, 0", expect = FORBIDDEN, desc = "The item lies behind the sentinel.")
  @Outcome(expect = FORBIDDEN, desc = "An item that was refused, or came twice.")
  @State
  public static class $Name {

    private final EndingQueue<Integer> queue = $subject;
    private final Meeting meeting = new Meeting();
    private int worked;

    @Actor
    public void producer(ZI_Result r) {
      meeting.begin();
      try {
        queue.put(1);
        r.r1 = true;
      } catch (IllegalStateException refused) {
        r.r1 = false;
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this actor", e);
      }
    }

    @Actor
    public void closer() {
      meeting.begin();
      queue.close();
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      QueueCalls.uninterrupted(() -> queue.forEach(_ -> worked++));
      r.r2 = worked;
    }
  }
}
