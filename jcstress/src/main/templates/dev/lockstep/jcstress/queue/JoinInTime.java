/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread joins for a time, and the last item is finished just before that is over: is the thread
 * told that all is done?
 *
 * <p>The thread may run again only when its time is over. What counts is what it finds then:
 *
 * <pre>{@code
 * Joiner                      Worker
 * unfinished: wait a little
 *                             taskDone: signal
 * (awake) time is over: "no"
 * }</pre>
 *
 * <p>The worker finishes the item when it has seen the joiner asleep, and looks at the clock
 * afterwards; the joiner has noted before its wait when that may end at the earliest. The worker
 * learns from each sample and comes later or sooner next time. Source: API of {@link
 * JoinableQueue#join(Duration)}.
 */
@Blocking
@Nightly
public class JoinInTime {

  @JCStressTest
  @Outcome(
      id = {"TOLD", "TOO LATE"},
      expect = ACCEPTABLE,
      desc = "The thread was told that all is done, or that came too late.")
  @Outcome(
      id = "FORGOTTEN",
      expect = FORBIDDEN,
      desc = "All was done in time, and the thread was told that it was not.")
  @Outcome(expect = FORBIDDEN, desc = "EARLY: the thread was told so before the work was done.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(400_000);
    private static final AdaptiveDelay DELAY = new AdaptiveDelay(500);

    private final TaskQueue<Integer> queue = $subject;
    private long earliestEnd;
    private volatile Thread joiner;
    private volatile boolean isOver;
    private volatile boolean isDone;
    private boolean told;
    private boolean early;
    private boolean inTime;

    public $Name() {
      QueueCalls.put(queue, 1);
    }

    @Actor
    public void joiner() {
      earliestEnd = System.nanoTime() + BRIEFLY.toNanos();
      joiner = Thread.currentThread();
      told = QueueCalls.resultOf(() -> queue.join(BRIEFLY));
      early = told && !isDone;
      isOver = true;
    }

    @Actor
    public void worker() {
      while (joiner == null) {
        Thread.onSpinWait();
      }
      boolean sleeps = false;
      while (!sleeps && !isOver) {
        sleeps = joiner.getState() == Thread.State.TIMED_WAITING;
      }
      DELAY.pause();
      isDone = true;
      queue.taskDone();
      inTime = sleeps && System.nanoTime() < earliestEnd;
    }

    @Arbiter
    public void arbiter(L_Result r) {
      DELAY.adjust(told);
      r.r1 = early ? "EARLY" : told ? "TOLD" : inTime ? "FORGOTTEN" : "TOO LATE";
    }
  }
}
