/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A queue is full; a consumer takes one item while a producer offers one after the other: is no
 * more than one of them accepted?
 *
 * <p>A queue with a list at each end counts both. Here all items are at the end of the producers,
 * so this consumer exchanges the lists. It has to say how much is left at its end before a producer
 * can see the other list empty:
 *
 * <pre>{@code
 * Consumer               Producer
 * lock, exchange, unlock
 *                        lock: 0 here, 0 there, append, append
 * left = 1
 * }</pre>
 *
 * <p>Source: API of {@link java.util.concurrent.BlockingQueue#offer}: only "without violating
 * capacity restrictions".
 */
@Nightly
public class QueueBoundHeld {

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "All offers came before there was room.")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "One item has taken the place.")
  @Outcome(
      id = {"2", "3", "4"},
      expect = FORBIDDEN,
      desc = "It holds an item more than it may.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private final Channel<Integer> queue = QueueCalls.full($subject);
    private final Meeting meeting = new Meeting();

    @Actor
    public void consumer() {
      meeting.begin();
      int _ = QueueCalls.poll(queue);
    }

    @Actor
    public void producer(I_Result r) {
      meeting.begin();
      for (int item = 2; item < 6; item++) {
        if (queue.offer(item)) {
          r.r1++;
        }
      }
    }
  }
}
