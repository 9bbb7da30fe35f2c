/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A queue is full, and has been used before; a producer puts an item and a consumer takes one: is
 * the producer woken for the room?
 *
 * <p>No later take comes to repair what this one forgets. A queue with a list at each end has an
 * item in either here, so that this take needs the lock of the consumers only. It says what is left
 * and looks whether room is wanted; the producer says that it wants room and looks what is left:
 *
 * <pre>{@code
 * Producer               Consumer
 * roomIsWanted = true    left = 0
 * left?                  roomIsWanted?  -> signal
 * }</pre>
 *
 * <p>Both are volatile, so at least one sees the other (JLS 17.4.4, 17.4.7). Looking before saying,
 * or a take that signals nobody, leaves the producer asleep.
 */
@Blocking
@Nightly
public class QueueRoom {

  @JCStressTest
  @Outcome(id = "2, true", expect = ACCEPTABLE, desc = "The producer got the room.")
  @Outcome(id = "2, false", expect = FORBIDDEN, desc = "LATE: there is room, and nobody said so.")
  @Outcome(expect = FORBIDDEN, desc = "The wrong item, or none.")
  @State
  public static class $Name {

    private final Channel<Integer> queue = $subject;
    private final Watch watch = new Watch(2);
    private final Meeting meeting = new Meeting();

    public $Name() {
      QueueCalls.offer(queue, 1);
      QueueCalls.offer(queue, 2);
      int _ = QueueCalls.poll(queue); // from here on the item 2 is at the end of the consumers
      QueueCalls.offer(queue, 3);
    }

    @Actor
    public void producer(IZ_Result r) {
      meeting.begin();
      r.r2 = watch.ends(0, () -> queue.put(4));
    }

    @Actor
    public void consumer(IZ_Result r) {
      meeting.begin();
      boolean _ = watch.ends(1, () -> r.r1 = queue.take());
    }
  }
}
