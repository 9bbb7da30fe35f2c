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
 * Two consumers wait at a queue with one place, and a producer puts two items: does each wake-up
 * reach the side that it is meant for?
 *
 * <p>The producer may have to wait beside the second consumer. Where both sides wait for one and
 * the same condition, the wake-up for room reaches that consumer, who can do nothing with it:
 *
 * <pre>{@code
 * Consumers 1 and 2      Producer
 * empty: wait, wait
 *                        put 1: signal consumer 1
 *                        full: wait
 * 1 takes: signal 2
 * 2 is woken: empty, wait
 * }</pre>
 *
 * <p>This is {@link QueueTwoTakers}, where there is room for both items. The second consumer is
 * another thread than the actor's own.
 */
@Blocking
@Nightly
public class QueueSidesApart {

  @JCStressTest
  @Outcome(id = "3, true", expect = ACCEPTABLE, desc = "Each has got one.")
  @Outcome(
      id = {"0, false", "0, true", "1, false", "1, true", "2, false", "2, true"},
      expect = FORBIDDEN,
      desc = "LATE: a thread was not woken for what it waits for.")
  @Outcome(expect = FORBIDDEN, desc = "An item that nobody put.")
  @State
  public static class $Name {

    private final Channel<Integer> queue = $subject;
    private final Watch watch = new Watch(3);

    @Actor
    public void consumers(IZ_Result r) {
      Future<Integer> other = QueueCalls.OTHER_THREAD.submit(() -> take(1));
      int taken = take(0);
      r.r1 = taken + QueueCalls.resultOf(other::get);
    }

    private int take(int index) {
      int[] taken = new int[1];
      boolean _ = watch.ends(index, () -> taken[0] = queue.take());
      return taken[0];
    }

    @Actor
    public void producer(IZ_Result r) {
      watch.awaitParked(0);
      watch.awaitParked(1);
      r.r2 =
          watch.ends(
              2,
              () -> {
                queue.put(1);
                queue.put(2);
              });
    }
  }
}
