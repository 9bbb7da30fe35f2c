/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A task is cancelled while its thread begins: has it ended once?
 *
 * <p>Work that has not begun never begins, and the thread that cancelled it says that it has ended.
 * If the work begins nevertheless, its end is counted a second time, and a group of two tasks has
 * three ends:
 *
 * <pre>{@code
 * Task 1                      Canceller
 *                             begun?  -> no: task 1 has ended
 * begin, work, end: task 1 has ended
 *                             start task 2
 *                             two have ended: 1 and 1
 * }</pre>
 *
 * <p>Source: API of {@link TaskGroup}: "Work that has not begun never begins."
 */
@Blocking
@Nightly
public class GroupCounts {

  @JCStressTest
  @Outcome(id = "ONCE", expect = ACCEPTABLE, desc = "Each task has ended once.")
  @Outcome(id = "TWICE", expect = FORBIDDEN, desc = "The cancelled task has ended twice.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final Group group = $subject;
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
      boolean _ = task.cancel(true); // once more, of a task that may never have begun
      for (int i = 0; i < 50; i++) {
        Thread.yield(); // gives the task the time to go wrong; no outcome depends on it
      }
      Future<Integer> second = group.start(() -> 2);
      r.r1 = group.inOrderOfEnd().contains(second) ? "ONCE" : "TWICE";
    }
  }
}
