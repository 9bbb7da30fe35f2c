/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads join, and the last item is finished: does each join end?
 *
 * <p>All threads that join wait for the end of the work, so {@code signal}, which wakes one, is not
 * enough:
 *
 * <pre>{@code
 * Joiners 1 and 2        Worker
 * unfinished: wait, wait
 *                        taskDone: signal 1
 * 1 is woken, leaves
 * }</pre>
 *
 * <p>The second joiner is another thread than the actor's own.
 */
@Blocking
@Nightly
public class TwoJoiners {

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Both joins ended.")
  @Outcome(
      id = {"true, false", "false, true", "false, false"},
      expect = FORBIDDEN,
      desc = "LATE: all is done, and a thread that joins was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private final TaskQueue<Integer> queue = $subject;
    private final Watch watch = new Watch(3);

    public $Name() {
      QueueCalls.put(queue, 1);
    }

    @Actor
    public void joiners(ZZ_Result r) {
      Future<Boolean> other = QueueCalls.OTHER_THREAD.submit(() -> join(1));
      r.r1 = join(0);
      r.r2 = QueueCalls.resultOf(other::get);
    }

    private boolean join(int index) {
      return watch.ends(index, queue::join);
    }

    @Actor
    public void worker() {
      watch.awaitParked(0);
      watch.awaitParked(1);
      boolean _ = watch.ends(2, queue::taskDone);
    }
  }
}
