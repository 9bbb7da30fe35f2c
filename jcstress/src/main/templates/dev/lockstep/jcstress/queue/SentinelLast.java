/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A producer puts two items and closes the queue: does its consumer end, and only after both items?
 *
 * <p>The sentinel stands in line like any item, and wakes the consumer like one; in every second
 * sample the producer gives it the time to wait. A flag in its place overtakes what is in the
 * queue:
 *
 * <pre>{@code
 * Producer               Consumer
 * put 1, put 2
 * closed = true
 *                        closed?  -> true, leave
 * }</pre>
 *
 * <p>Source: API of {@link ClosableQueue#close}.
 */
@Blocking
public class SentinelLast {

  @JCStressTest
  @Outcome(id = "2, true", expect = ACCEPTABLE, desc = "The consumer ended after both items.")
  @Outcome(
      id = {"0, true", "1, true"},
      expect = FORBIDDEN,
      desc = "EARLY: the consumer ended before an item that was put before the close.")
  @Outcome(
      id = {"0, false", "1, false", "2, false"},
      expect = FORBIDDEN,
      desc = "LATE: the queue is closed, and its consumer was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "An item came twice.")
  @State
  public static class $Name {

    private static int samples;

    private final EndingQueue<Integer> queue = $subject;
    private final Watch watch = new Watch(2);
    private int taken;

    @Actor
    public void producer() {
      boolean _ =
          watch.ends(
              0,
              () -> {
                queue.put(1);
                queue.put(2);
                if (samples++ % 2 == 0) {
                  QueueCalls.dally(); // so that the consumer waits for the end
                }
                queue.close();
              });
    }

    @Actor
    public void consumer(IZ_Result r) {
      r.r2 = watch.ends(1, () -> queue.forEach(_ -> taken++));
      r.r1 = taken;
    }
  }
}
