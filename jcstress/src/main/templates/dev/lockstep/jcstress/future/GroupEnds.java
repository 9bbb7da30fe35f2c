/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A task is started while the group is closed: is it refused, or else ended before the close
 * returns?
 *
 * <p>No thread of a group outlives it. To look whether the group is closed and to put the task on
 * the list is one step. Apart, the close finds nothing to end:
 *
 * <pre>{@code
 * Starter                     Closer
 * closed?  -> no
 *                             closed = true
 *                             end all on the list: none
 * start, put on the list
 * }</pre>
 *
 * <p>The task does nothing but wait until it is interrupted. Source: API of {@link
 * TaskGroup#close}.
 */
@Blocking
@Nightly
public class GroupEnds {

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The task was started, and has ended.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The task was refused.")
  @Outcome(id = "true, false", expect = FORBIDDEN, desc = "The task outlives its group.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final Group group = $subject;
    private final Meeting meeting = new Meeting();
    private volatile Future<Integer> task;

    @Actor
    public void starter(ZZ_Result r) {
      meeting.begin();
      try {
        task =
            group.start(
                () -> {
                  NEVER.await();
                  return 1;
                });
        r.r1 = true;
      } catch (RejectedExecutionException refused) {
        r.r1 = false;
      }
    }

    @Actor
    public void closer() {
      meeting.begin();
      group.close();
    }

    @Arbiter
    public void arbiter(ZZ_Result r) {
      r.r2 = task == null || task.isDone();
      if (!r.r2) {
        boolean _ = task.cancel(true);
      }
    }
  }
}
