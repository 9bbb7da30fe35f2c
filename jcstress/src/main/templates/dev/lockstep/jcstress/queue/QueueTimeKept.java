/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.VainWakeUp;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits for a time for what does not come, and is woken for no reason again and again:
 * does its time go by all the same?
 *
 * <p>A thread that wakes up and waits on has less time left than before. One that begins to count
 * anew is held up by every wake-up:
 *
 * <pre>{@code
 * Consumer               Other
 * empty: wait for 5 ms
 *                        wake it after 1 ms
 * empty: wait for 5 ms
 *                        wake it after 1 ms, ...
 * }</pre>
 *
 * <p>In every second sample the thread is a producer that waits for room. GOES ON means: a thousand
 * wake-ups came one after the other, each at its time, and the wait has not ended. A wake-up that
 * comes late begins the count anew, since a machine that steals CPUs holds up both threads; after
 * ten seconds the sample says NOT SEEN. Once a JVM has found one, thirty are enough for the next.
 */
@Blocking
@Nightly
public class QueueTimeKept {

  @JCStressTest
  @Outcome(
      id = {"ENDED", "NOT SEEN"},
      expect = ACCEPTABLE,
      desc = "The wait ended, without an item or room; or the machine was too busy to tell.")
  @Outcome(id = "GOES ON", expect = FORBIDDEN, desc = "The wait was held up by wake-ups.")
  @Outcome(expect = FORBIDDEN, desc = "An item or room came from nowhere.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofMillis(5);
    private static final long STEP_NANOS = 1_000_000;
    private static final long PUNCTUAL_NANOS = 4 * STEP_NANOS;
    private static final long ENOUGH_NANOS = 10_000_000_000L;
    private static final int WAKE_UPS = 1_000;
    private static final int MORE_WAKE_UPS = 30;

    private static int samples;
    private static volatile boolean isKnown;

    private final boolean puts = samples++ % 2 == 0;
    private final Channel<Integer> queue = puts ? QueueCalls.full($subject) : $subject;
    private volatile boolean isOver;
    private boolean got;
    private String verdict;

    @Actor
    public void waiter() {
      got =
          puts
              ? QueueCalls.resultOf(() -> queue.offer(2, BRIEFLY))
              : QueueCalls.poll(queue, BRIEFLY) != QueueCalls.NONE;
      isOver = true;
    }

    @Actor
    public void other() {
      int enough = isKnown ? MORE_WAKE_UPS : WAKE_UPS;
      long begin = System.nanoTime();
      long last = begin;
      int wakeUps = 0;
      while (!isOver && wakeUps < enough && last - begin < ENOUGH_NANOS) {
        while (System.nanoTime() - last < STEP_NANOS) {
          Thread.onSpinWait();
        }
        VainWakeUp.send(queue);
        long now = System.nanoTime();
        wakeUps = now - last > PUNCTUAL_NANOS ? 0 : wakeUps + 1;
        last = now;
      }
      boolean goesOn = !isOver && wakeUps == enough;
      isKnown |= goesOn;
      verdict = goesOn ? "GOES ON" : isOver ? "ENDED" : "NOT SEEN";
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = got ? "GOT IT" : verdict;
    }
  }
}
