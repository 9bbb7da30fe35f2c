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
 * Two producers wait for room, the first of them for a time only. One item is taken, just when that
 * time is over: does the second producer get the place, if the first does not?
 *
 * <p>This is {@link QueueGivesUp} for the other side: a producer that was chosen for the place
 * looks once more before it leaves. If it gets the place, it takes an item and so makes room for
 * the second one. The queue has been used before, as in {@link QueueTwoProducers}. The first
 * producer is another thread than the actor's own.
 */
@Blocking
@Nightly
public class QueueGivesUpPut {

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE, desc = "The second producer has got the place.")
  @Outcome(
      id = "false",
      expect = FORBIDDEN,
      desc = "LATE: there is room, and its producer was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(200_000);
    private static final AdaptiveDelay DELAY = new AdaptiveDelay(500);

    private final Channel<Integer> queue = QueueCalls.full($subject);
    private final Watch watch = new Watch(3);

    public $Name() {
      int _ = QueueCalls.poll(queue);
      QueueCalls.offer(queue, 1);
    }

    @Actor
    public void producers(Z_Result r) {
      Future<Boolean> other = QueueCalls.OTHER_THREAD.submit(this::offerAndTake);
      watch.awaitTimedWait(0);
      r.r1 = watch.ends(1, () -> queue.put(3));
      DELAY.adjust(QueueCalls.resultOf(other::get));
    }

    private boolean offerAndTake() {
      boolean[] inTime = new boolean[1];
      boolean _ = watch.ends(0, () -> inTime[0] = queue.offer(2, BRIEFLY));
      if (inTime[0]) {
        int _ = QueueCalls.poll(queue);
      }
      return inTime[0];
    }

    @Actor
    public void consumer() {
      watch.awaitParked(1);
      DELAY.pause();
      boolean _ = watch.ends(2, queue::take);
    }
  }
}
