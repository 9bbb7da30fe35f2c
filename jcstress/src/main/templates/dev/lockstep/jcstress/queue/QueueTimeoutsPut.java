/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A producer waits for room for some microseconds, and a consumer makes room just when they are
 * over: is the producer told whether its item is in the queue?
 *
 * <p>The room decides, not the clock: a producer that finds room when its time is over uses it and
 * says so.
 *
 * <pre>{@code
 * Producer                    Consumer
 * full: wait for 20 us
 * time is over                take, signal
 * append, say "too late"
 * }</pre>
 *
 * <p>This is {@link QueueTimeouts} for the other side. The consumer learns from each sample.
 */
@Blocking
@Nightly
public class QueueTimeoutsPut {

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The room came in time.")
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "The room came too late.")
  @Outcome(
      id = "false, true",
      expect = FORBIDDEN,
      desc = "The producer was told that there was no room, and its item is in the queue.")
  @Outcome(expect = FORBIDDEN, desc = "The item is lost.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(20_000);
    private static final AdaptiveDelay DELAY = new AdaptiveDelay(500);

    private final Channel<Integer> queue = QueueCalls.full($subject);
    private volatile boolean waits;

    @Actor
    public void producer(ZZ_Result r) {
      waits = true;
      r.r1 = QueueCalls.resultOf(() -> queue.offer(2, BRIEFLY));
      DELAY.adjust(r.r1);
    }

    @Actor
    public void consumer() {
      while (!waits) {
        Thread.onSpinWait();
      }
      DELAY.pause();
      int _ = QueueCalls.poll(queue);
    }

    @Arbiter
    public void arbiter(ZZ_Result r) {
      int item = QueueCalls.poll(queue);
      while (item != QueueCalls.NONE) {
        r.r2 |= item == 2;
        item = QueueCalls.poll(queue);
      }
    }
  }
}
