/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import dev.lockstep.jcstress.watch.Watch;
import java.time.Duration;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for an item, the first of them for a time only. One item comes, just when that
 * time is over: does the second one get the item, if the first does not?
 *
 * <p>The first may leave without, and must then not have been chosen for the item; or it takes the
 * item, and here puts it back. A taker that was chosen and leaves nevertheless takes the wake-up
 * along:
 *
 * <pre>{@code
 * Taker 1                Taker 2                Producer
 * empty: wait a little   empty: wait
 *                                               put 1: signal 1
 * woken, time is over: leave
 * }</pre>
 *
 * <p>So a taker looks once more before it leaves. The producer learns from each sample, as in
 * {@link QueueTimeouts}. The first taker is another thread than the actor's own.
 */
@Blocking
@Nightly
public class QueueGivesUp {

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The second taker has got the item.")
  @Outcome(
      id = "0",
      expect = FORBIDDEN,
      desc = "LATE: the item is there, and its taker was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "An item that nobody put.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(200_000);
    private static final AdaptiveDelay DELAY = new AdaptiveDelay(500);

    private final Channel<Integer> queue = $subject;
    private final Watch watch = new Watch(3);

    @Actor
    public void takers(I_Result r) {
      Future<Boolean> other = QueueCalls.OTHER_THREAD.submit(this::pollAndPutBack);
      watch.awaitTimedWait(0);
      boolean _ = watch.ends(1, () -> r.r1 = queue.take());
      DELAY.adjust(QueueCalls.resultOf(other::get));
    }

    private boolean pollAndPutBack() {
      Integer[] taken = new Integer[1];
      boolean _ = watch.ends(0, () -> taken[0] = queue.poll(BRIEFLY));
      if (taken[0] == null) {
        return false;
      }
      QueueCalls.offer(queue, taken[0]);
      return true;
    }

    @Actor
    public void producer() {
      watch.awaitParked(1);
      DELAY.pause();
      boolean _ = watch.ends(2, () -> queue.put(1));
    }
  }
}
