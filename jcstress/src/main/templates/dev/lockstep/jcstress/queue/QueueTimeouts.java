/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Aim;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A consumer waits for some microseconds, and the item arrives just when they are over: does the
 * consumer get it, or is the item still there?
 *
 * <p>The item decides, not the clock: a consumer that finds an item when its time is over takes it,
 * and one that leaves without must not have been chosen for it.
 *
 * <pre>{@code
 * Consumer                    Producer
 * empty: wait for 20 us
 * time is over                put 1, signal
 * remove 1, say "too late"
 * }</pre>
 *
 * <p>The producer learns from each sample: if the consumer got the item it comes later next time,
 * if not, sooner. So about half of the samples are on either side, wherever the limit lies.
 */
@Blocking
@Nightly
public class QueueTimeouts {

  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The consumer has got it.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It came too late, and is there.")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "It was put, nobody got it, and it is gone.")
  @Outcome(expect = FORBIDDEN, desc = "It came twice.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(20_000);
    private static final Aim AIM = new Aim();

    private final Channel<Integer> queue = $subject;
    private volatile boolean waits;

    @Actor
    public void producer() {
      while (!waits) {
        Thread.onSpinWait();
      }
      AIM.delay();
      QueueCalls.offer(queue, 1);
    }

    @Actor
    public void consumer(II_Result r) {
      waits = true;
      r.r1 = QueueCalls.poll(queue, BRIEFLY);
      AIM.adjust(r.r1 == 1);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r2 = QueueCalls.poll(queue);
    }
  }
}
