/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads put four items each into a queue and take four each: is every item taken once, and
 * the earlier of a thread's items before the later?
 *
 * <p>A thread takes as many as it has put, so there is an item for it at every moment, and a queue
 * that says there is none has overlooked one. Two producers meet here, then two consumers, then one
 * of each. Without a lock two producers may fill the same place, and two consumers empty it:
 *
 * <pre>{@code
 * Thread A               Thread B               Thread A               Thread B
 * end  -> 0                                     first  -> 0
 *                        end  -> 0                                     first  -> 0
 * place 0 = 1                                   take place 0
 *                        place 0 = 5                                   take place 0
 * end = 1                                       first = 1
 *                        end = 1                                       first = 1
 *
 * item 1 is lost                                its item is taken twice
 * }</pre>
 *
 * <p>The queue has been used before, so that these items come to the end of its array, or of the
 * first of its pieces. A queue whose {@code poll()} may overlook an item is asked with time, see
 * {@link UnsafeQueues.OverlookedItem}. Items are final inside: what publishes them is another
 * question, see {@link QueuePublishes}. A queue that is safe says so in its API; {@link
 * java.util.concurrent.BlockingQueue} says "thread-safe" and "atomically".
 */
public class QueueSafety {

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
      taken[at] = QueueCalls.poll(queue);
      taken[at + 1] = QueueCalls.poll(queue);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = QueueCalls.verdict(queue, mine, yours);
    }
  }
}
