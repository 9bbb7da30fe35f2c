/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.HoldUp;
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
 * empty: wait for 40 ms
 *                        wake it after 1 ms
 * empty: wait for 40 ms
 *                        wake it after 1 ms, ...
 * }</pre>
 *
 * <p>In every second sample the thread is a producer that waits for room. {@link HoldUp} says when
 * a wait counts as held up. A thread that leaves before its time is over has taken a wake-up for
 * the end of it.
 */
@Blocking
@Nightly
public class QueueTimeKept {

  @JCStressTest
  @Outcome(
      id = {"ENDED", "NOT_SEEN"},
      expect = ACCEPTABLE,
      desc = "The wait ended, without an item or room; or the machine was too busy to tell.")
  @Outcome(id = "GOES_ON", expect = FORBIDDEN, desc = "The wait was held up by wake-ups.")
  @Outcome(id = "TOO SOON", expect = FORBIDDEN, desc = "The wait ended before its time was over.")
  @Outcome(id = "GOT IT", expect = FORBIDDEN, desc = "An item or room came from nowhere.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final HoldUp HOLD_UP = new HoldUp();

    private static int samples;

    private final boolean puts = samples++ % 2 == 0;
    private final Channel<Integer> queue = puts ? QueueCalls.full($subject) : $subject;
    private volatile boolean isOver;
    private boolean got;
    private boolean tooSoon;
    private HoldUp.Verdict verdict;

    @Actor
    public void waiter() {
      long begin = System.nanoTime();
      got =
          puts
              ? QueueCalls.resultOf(() -> queue.offer(2, HoldUp.BRIEFLY))
              : QueueCalls.poll(queue, HoldUp.BRIEFLY) != QueueCalls.NONE;
      tooSoon = System.nanoTime() - begin < HoldUp.BRIEFLY.toNanos();
      isOver = true;
    }

    @Actor
    public void other() {
      verdict = HOLD_UP.of(queue, () -> isOver);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = got ? "GOT IT" : tooSoon ? "TOO SOON" : verdict.name();
    }
  }
}
