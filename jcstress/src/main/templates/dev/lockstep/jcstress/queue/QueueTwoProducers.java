/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two producers wait for room; a consumer takes just two items and then waits for the producers,
 * not for more items: does each producer get a place?
 *
 * <p>A queue has been used before, so that one with a list at each end has these two items at that
 * of the consumers: no take exchanges the lists, and each has to see by itself that room is wanted.
 * With one flag for both producers the first that leaves takes it along:
 *
 * <pre>{@code
 * Producers 1 and 2      Consumer
 * wanted = true, wait
 *                        take: wanted, signal 1
 * 1 puts, wanted = false
 *                        take: not wanted
 * }</pre>
 *
 * <p>In every second sample the consumer gives the first producer the time to leave. The second
 * producer is another thread than the actor's own.
 */
@Blocking
@Nightly
public class QueueTwoProducers {

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Each has got a place.")
  @Outcome(
      id = {"true, false", "false, true", "false, false"},
      expect = FORBIDDEN,
      desc = "LATE: there is room, and its producer was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private static int samples;

    private final Channel<Integer> queue = QueueCalls.full($subject);
    private final Watch watch = new Watch(3);

    public $Name() {
      int _ = QueueCalls.poll(queue);
      QueueCalls.offer(queue, 1);
    }

    @Actor
    public void producers(ZZ_Result r) {
      Future<Boolean> other = QueueCalls.OTHER_THREAD.submit(() -> put(1));
      r.r1 = put(0);
      r.r2 = QueueCalls.resultOf(other::get);
    }

    private boolean put(int index) {
      return watch.ends(index, () -> queue.put(2));
    }

    @Actor
    public void consumer() {
      watch.awaitParked(0);
      watch.awaitParked(1);
      boolean _ =
          watch.ends(
              2,
              () -> {
                Integer _ = queue.take();
                if (samples++ % 2 == 0) {
                  QueueCalls.dally();
                }
                Integer _ = queue.take();
              });
    }
  }
}
