/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A worker takes the last item, works, and says that it is done; another thread joins: does the
 * join end, and only when the work is done?
 *
 * <p>The queue is empty long before: a join that waits until it is empty comes too early, and one
 * that nobody wakes never ends.
 *
 * <pre>{@code
 * Worker                 Joiner
 * take: it is empty
 *                        join: it is empty, leave
 *                        result?  -> none
 * result = 1
 * taskDone
 * }</pre>
 *
 * <p>The result is volatile: the question is whether join waits. Source: API of {@link
 * JoinableQueue}.
 */
@Blocking
public class JoinWaits {

  @JCStressTest
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "The join ended after the work.")
  @Outcome(id = "0, true", expect = FORBIDDEN, desc = "EARLY: the join ended before the work.")
  @Outcome(
      id = {"0, false", "1, false"},
      expect = FORBIDDEN,
      desc = "LATE: all is done, and the thread that joins was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "A result that nobody wrote.")
  @State
  public static class $Name {

    private final TaskQueue<Integer> queue = $subject;
    private final Watch watch = new Watch(2);
    private volatile int result;

    public $Name() {
      QueueCalls.put(queue, 1);
    }

    @Actor
    public void worker() {
      boolean _ =
          watch.ends(
              0,
              () -> {
                Integer _ = queue.take();
                QueueCalls.dally(); // this is the work
                result = 1;
                queue.taskDone();
              });
    }

    @Actor
    public void joiner(IZ_Result r) {
      r.r2 = watch.ends(1, queue::join);
      r.r1 = result;
    }
  }
}
