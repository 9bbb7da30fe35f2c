/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.HoldUp;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits for the tasks of a group for a time, none ends, and the thread is woken for no
 * reason again and again: does its time go by all the same?
 *
 * <p>A thread that wakes up and waits on has less time left than before. One that begins to count
 * anew is held up by every wake-up:
 *
 * <pre>{@code
 * Waiter                      Other
 * none ended: wait for 40 ms
 *                             wake it after 1 ms
 * none ended: wait for 40 ms
 *                             wake it after 1 ms, ...
 * }</pre>
 *
 * <p>{@link HoldUp} says when a wait counts as held up. Whoever looks once when it wakes up, and
 * not again, leaves before its time is over. Source: API of {@link TaskGroup#await(TaskGroup.Until,
 * Duration)}.
 */
@Blocking
@Nightly
public class GroupTimeKept {

  @JCStressTest
  @Outcome(
      id = {"ENDED", "NOT_SEEN"},
      expect = ACCEPTABLE,
      desc = "The wait ended in vain; or the machine was too busy to tell.")
  @Outcome(id = "GOES_ON", expect = FORBIDDEN, desc = "The wait was held up by wake-ups.")
  @Outcome(id = "TOO SOON", expect = FORBIDDEN, desc = "The wait ended before its time was over.")
  @Outcome(expect = FORBIDDEN, desc = "The thread was told that all have ended.")
  @State
  public static class $Name {

    private static final HoldUp HOLD_UP = new HoldUp();

    private final Group group = $subject;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean isOver;
    private boolean all;
    private boolean tooSoon;
    private HoldUp.Verdict verdict;

    public $Name() {
      Future<Integer> _ =
          group.start(
              () -> {
                end.await();
                return 1;
              });
    }

    @Actor
    public void waiter() {
      long begin = System.nanoTime();
      all = group.allEndWithin(HoldUp.BRIEFLY);
      tooSoon = System.nanoTime() - begin < HoldUp.BRIEFLY.toNanos();
      isOver = true;
    }

    @Actor
    public void other() {
      verdict = HOLD_UP.of(group, () -> isOver);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = all ? "ALL" : tooSoon ? "TOO SOON" : verdict.name();
      end.countDown();
      group.close();
    }
  }
}
