/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.VainWakeUp;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread joins and is woken for no reason: does it wait on?
 *
 * <p>Any wait may return without a reason, so a thread that wakes up looks again. With {@code if}
 * in place of {@code while}:
 *
 * <pre>{@code
 * Joiner                      Worker
 * unfinished: wait
 * (woken) go on
 *                             finish the item
 * }</pre>
 *
 * <p>JVMs make hardly any use of what they are allowed, so the worker wakes the thread by the
 * condition that it waits on. Source: API of {@link JoinableQueue#join()}.
 */
@Blocking
@Nightly
public class JoinInVain {

  @JCStressTest
  @Outcome(id = "WOKEN", expect = ACCEPTABLE, desc = "The join ended when all was done.")
  @Outcome(
      id = {"EARLY", "LATE"},
      expect = FORBIDDEN,
      desc = "The join ended before the item was finished, or did not end when it was.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final TaskQueue<Integer> queue = $subject;
    private final Watch watch = new Watch(2);
    private volatile boolean isDone;
    private boolean early;

    public $Name() {
      QueueCalls.put(queue, 1);
    }

    @Actor
    public void joiner(L_Result r) {
      boolean ended =
          watch.ends(
              0,
              () -> {
                queue.join();
                early = !isDone;
              });
      r.r1 = !ended ? "LATE" : early ? "EARLY" : "WOKEN";
    }

    @Actor
    public void worker() {
      watch.awaitParked(0);
      boolean _ =
          watch.ends(
              1,
              () -> {
                VainWakeUp.send(queue);
                QueueCalls.dally();
                isDone = true;
                queue.taskDone();
              });
    }
  }
}
