/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two items are unfinished, and two threads say twice each that an item is done: are two of these
 * calls counted and two refused?
 *
 * <p>Looking at the count and lowering it are one step. Apart, both threads finish the same item,
 * here the last one:
 *
 * <pre>{@code
 * Thread A               Thread B
 * unfinished?  -> 1
 *                        unfinished?  -> 1
 * count 0: accepted
 *                        accepted, too
 * }</pre>
 *
 * <p>A count that is lowered in two steps stays too high, so that a third call is accepted, and a
 * join would wait for ever. Source: API of {@link JoinableQueue#taskDone}.
 */
@Nightly
public class TaskDone {

  @JCStressTest
  @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "A was first.")
  @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "B was first.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "They met.")
  @Outcome(
      id = {"1, 2", "2, 1", "2, 2"},
      expect = FORBIDDEN,
      desc = "More is done than was put.")
  @Outcome(
      expect = FORBIDDEN,
      desc = "A call is refused that was right, or one that was refused counts.")
  @State
  public static class $Name {

    private final TaskQueue<Integer> queue = $subject;
    private final Meeting meeting = new Meeting();

    public $Name() {
      QueueCalls.put(queue, 1);
      QueueCalls.put(queue, 2);
    }

    @Actor
    public void actor1(II_Result r) {
      meeting.begin();
      r.r1 = finishOne() + finishOne();
    }

    @Actor
    public void actor2(II_Result r) {
      meeting.begin();
      r.r2 = finishOne() + finishOne();
    }

    /** A refused call has counted nothing: there is unfinished work when another item is put. */
    @Arbiter
    public void arbiter(II_Result r) {
      if (r.r1 + r.r2 == 2) {
        Integer _ = QueueCalls.resultOf(queue::take); // for there is room for two
        QueueCalls.put(queue, 3);
        if (QueueCalls.resultOf(() -> queue.join(Duration.ZERO))) {
          r.r2 = 3;
        }
      }
    }

    private int finishOne() {
      try {
        queue.taskDone();
        return 1;
      } catch (IllegalStateException refused) {
        return 0;
      }
    }
  }
}
