/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A producer is woken for room, and another thread fills it first: does the woken one look again?
 *
 * <p>A signal says that there was room. With {@code if} in place of {@code while} the queue then
 * holds more than it may:
 *
 * <pre>{@code
 * Producer               Other
 * full: wait
 *                        take, signal
 *                        put
 * woken: put             count
 * }</pre>
 *
 * <p>In every second sample the producer waits with a limit that is far away. Source: API of {@link
 * java.util.concurrent.locks.Condition}, which asks for a loop.
 */
@Blocking
@Nightly
public class QueueSecondLookPut {

  @JCStressTest
  @Outcome(id = "2, true", expect = ACCEPTABLE, desc = "Never more than two items were in it.")
  @Outcome(id = "3, true", expect = FORBIDDEN, desc = "It held an item more than it may.")
  @Outcome(expect = FORBIDDEN, desc = "An item is missing, or the producer was not woken.")
  @State
  public static class $Name {

    private static int samples;

    private final boolean limited = samples++ % 2 == 0;
    private final Channel<Integer> queue = QueueCalls.full($subject);
    private final Watch watch = new Watch(2);

    @Actor
    public void producer(IZ_Result r) {
      boolean[] isPut = new boolean[1];
      r.r2 = watch.ends(0, () -> isPut[0] = put()) && isPut[0];
    }

    private boolean put() throws InterruptedException {
      if (limited) {
        return queue.offer(2, QueueCalls.LONG);
      }
      queue.put(2);
      return true;
    }

    @Actor
    public void other(IZ_Result r) {
      watch.awaitWaiting(0);
      boolean _ =
          watch.ends(
              1,
              () -> {
                int _ = QueueCalls.poll(queue);
                boolean _ = queue.offer(3);
                QueueCalls.dally();
                r.r1 = queue.size();
                int _ = QueueCalls.poll(queue);
              });
    }
  }
}
