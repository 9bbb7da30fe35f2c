/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A task is cancelled while its thread begins: has it ended once, and does a thread that waits for
 * all tasks go on?
 *
 * <p>Work that has not begun never begins, and the thread that cancelled it says that it has ended.
 * If the work begins nevertheless, its end is counted a second time, and a count that has passed
 * the number of tasks never meets it again:
 *
 * <pre>{@code
 * Task                        Canceller
 *                             begun?  -> no: one has ended
 * begin, work, end: two have ended
 * }</pre>
 *
 * <p>Source: API of {@link TaskGroup}: "Work that has not begun never begins."
 */
@Blocking
@Nightly
public class GroupCounts {

  @JCStressTest
  @Outcome(id = "ALL", expect = ACCEPTABLE, desc = "The wait for all tasks has ended.")
  @Outcome(
      id = "LATE",
      expect = FORBIDDEN,
      desc = "The only task has ended, and the thread waits for all of one.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final Group group = $subject;
    private final Watch watch = new Watch(1);
    private volatile Future<Integer> task;

    @Actor
    public void starter() {
      task = group.start(() -> 1);
    }

    @Actor
    @SuppressWarnings("ThreadPriorityCheck") // the task may need this processor
    public void canceller(L_Result r) {
      while (task == null) {
        Thread.onSpinWait();
      }
      boolean _ = task.cancel(true);
      for (int i = 0; i < 50; i++) {
        Thread.yield(); // gives the task the time to go wrong; no outcome depends on it
      }
      r.r1 = watch.ends(0, group::awaitAll) ? "ALL" : "LATE";
    }
  }
}
