/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A closable queue says by itself that an item is done; another thread joins: is the work done
 * then?
 *
 * <p>An item counts as done when its work has ended, not when it is handed out:
 *
 * <pre>{@code
 * Worker                 Joiner
 * take, count as done
 *                        join: all is done, leave
 *                        result?  -> none
 * result = 1
 * }</pre>
 *
 * <p>The queue is closed only after the join: a sentinel that is still to come would hold it back
 * by itself. The result is volatile: the question is whether join waits.
 */
@Blocking
@Nightly
public class DoneAfterWork {

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The join ended after the work.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "EARLY: the join ended before the work.")
  @Outcome(expect = FORBIDDEN, desc = "A thread was not woken, or a result that nobody wrote.")
  @State
  public static class $Name {

    private final EndingQueue<Integer> queue = $subject;
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
              () ->
                  queue.forEach(
                      _ -> {
                        QueueCalls.dally(); // this is the work
                        result = 1;
                      }));
    }

    @Actor
    public void joiner(I_Result r) {
      r.r1 = -1;
      boolean _ =
          watch.ends(
              1,
              () -> {
                queue.join();
                r.r1 = result;
                queue.close();
              });
    }
  }
}
