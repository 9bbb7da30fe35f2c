/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for an item, and two items come at once: does each get one?
 *
 * <p>A queue that wakes somebody only when it was empty before wakes one of them:
 *
 * <pre>{@code
 * Takers 1 and 2         Producer
 * empty: wait, wait
 *                        put 1: it was empty, signal 1
 *                        put 2: it was not, signal nobody
 * 1 is woken, takes
 * }</pre>
 *
 * <p>So one signal for each item, as {@link java.util.concurrent.locks.Condition#signal} wakes one
 * thread. The second taker is another thread than the actor's own.
 */
@Blocking
@Nightly
public class QueueTwoTakers {

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = ACCEPTABLE,
      desc = "Each has got one.")
  @Outcome(
      id = {"0, 0", "0, 1", "0, 2", "1, 0", "2, 0"},
      expect = FORBIDDEN,
      desc = "LATE: an item is there, and its taker was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "Both have got the same, or one that nobody put.")
  @State
  public static class $Name {

    private final Channel<Integer> queue = $subject;
    private final Watch watch = new Watch(3);

    @Actor
    public void takers(II_Result r) {
      Future<Integer> other = QueueCalls.OTHER_THREAD.submit(() -> take(1));
      r.r1 = take(0);
      r.r2 = QueueCalls.resultOf(other::get);
    }

    private int take(int index) {
      int[] taken = new int[1];
      boolean _ = watch.ends(index, () -> taken[0] = queue.take());
      return taken[0];
    }

    @Actor
    public void producer() {
      watch.awaitParked(0);
      watch.awaitParked(1);
      boolean _ =
          watch.ends(
              2,
              () -> {
                queue.put(1);
                queue.put(2);
              });
    }
  }
}
