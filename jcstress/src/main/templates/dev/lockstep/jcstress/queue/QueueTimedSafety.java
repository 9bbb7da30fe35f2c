/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Nightly;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads put four items each into a queue and take four each by a poll that may wait: is every
 * item taken once, and the earlier of a thread's items before the later?
 *
 * <p>{@link QueueSafety} for a queue whose {@code poll()} may overlook an item, see {@link
 * UnsafeQueues.OverlookedItem}. A poll that may wait has to find it: at every moment there is an
 * item for each thread, so the time, which is much longer than any pause of a thread, is never
 * needed.
 */
@Nightly
public class QueueTimedSafety {

  @JCStressTest
  @Outcome(id = "own", expect = ACCEPTABLE, desc = "Each thread has taken its own items.")
  @Outcome(
      id = "swapped",
      expect = ACCEPTABLE,
      desc = "The threads met: each has taken an item of the other one.")
  @Outcome(id = "lost", expect = FORBIDDEN, desc = "An item is neither taken nor there.")
  @Outcome(id = "twice", expect = FORBIDDEN, desc = "An item was given away twice.")
  @Outcome(
      id = "overlooked",
      expect = FORBIDDEN,
      desc = "A thread was told that there is no item, and there was one.")
  @Outcome(
      id = "overtaken",
      expect = FORBIDDEN,
      desc = "Of two items of one thread the later came out first.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen to an item.")
  @State
  public static class $Name {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Channel<Integer> queue = QueueCalls.worn($subject);
    private final Meeting meeting = new Meeting();
    private final int[] mine = new int[4];
    private final int[] yours = new int[4];

    @Actor
    public void actor1() {
      meeting.begin();
      putAndTakeTwo(1, mine, 0);
      putAndTakeTwo(3, mine, 2);
    }

    @Actor
    public void actor2() {
      meeting.begin();
      putAndTakeTwo(5, yours, 0);
      putAndTakeTwo(7, yours, 2);
    }

    private void putAndTakeTwo(int item, int[] taken, int at) {
      QueueCalls.offer(queue, item);
      QueueCalls.offer(queue, item + 1);
      taken[at] = QueueCalls.poll(queue, LONG);
      taken[at + 1] = QueueCalls.poll(queue, LONG);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = QueueCalls.verdict(queue, mine, yours);
    }
  }
}
