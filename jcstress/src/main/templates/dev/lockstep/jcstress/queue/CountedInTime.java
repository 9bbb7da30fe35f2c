/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A consumer takes an item as soon as it is there, and says at once that it is done: is the item
 * counted by then?
 *
 * <p>A queue that shows an item before it counts it tells a quick consumer that it has done
 * nothing; a join at that moment would end too early.
 *
 * <pre>{@code
 * Producer               Consumer
 * append
 *                        take
 *                        taskDone  -> refused
 * count
 * }</pre>
 */
@Blocking
@Nightly
public class CountedInTime {

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE, desc = "Each item was counted before it was taken.")
  @Outcome(
      id = "false",
      expect = FORBIDDEN,
      desc = "An item was taken and finished, and had not been counted.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private final TaskQueue<Integer> queue = $subject;

    @Actor
    public void producer() {
      QueueCalls.put(queue, 1);
    }

    @Actor
    public void consumer(Z_Result r) {
      Integer _ = QueueCalls.resultOf(queue::take);
      try {
        queue.taskDone();
        r.r1 = true;
      } catch (IllegalStateException refused) {
        r.r1 = false;
      }
    }
  }
}
