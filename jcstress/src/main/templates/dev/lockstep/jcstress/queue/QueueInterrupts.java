/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.ExpectedInterrupt;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for an item. One item comes, and at the same moment the first of them is
 * interrupted: does the second one get the item?
 *
 * <p>The first may leave with the interrupt, and must then not have been chosen for the item; or it
 * takes the item, stays interrupted, and here puts it back. A taker that was chosen and leaves
 * nevertheless takes the wake-up along:
 *
 * <pre>{@code
 * Taker 1                Taker 2                Other
 * empty: wait            empty: wait
 *                                               put 1: signal 1
 *                                               interrupt 1
 * woken, is interrupted: leave
 * }</pre>
 *
 * <p>Source: API of {@link java.util.concurrent.locks.Condition#await}, and of the queues that no
 * item is lost. Item and interrupt come in both orders, and in half of the samples the first taker
 * waits with a limit that is far away. The first taker is another thread than the actor's own.
 */
@Blocking
@Nightly
public class QueueInterrupts {

  @JCStressTest
  @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "First the interrupt, then the item.")
  @Outcome(id = "1, false", expect = ACCEPTABLE, desc = "First the item, then the interrupt.")
  @Outcome(
      id = {"0, true", "0, false"},
      expect = FORBIDDEN,
      desc = "LATE: the item is there, and the thread that still waits for it was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "An item that nobody put.")
  @State
  public static class $Name {

    private static int samples;

    private final int sample = samples++;
    private final Channel<Integer> queue = $subject;
    private final Watch watch = new Watch(3);
    private final ExpectedInterrupt interrupt = new ExpectedInterrupt();

    @Actor
    public void takers(IZ_Result r) {
      Future<?> other = QueueCalls.OTHER_THREAD.submit(this::takeAndPutBack);
      watch.awaitWaiting(0);
      int[] taken = new int[1];
      boolean _ = watch.ends(1, () -> taken[0] = queue.take());
      r.r1 = taken[0];
      Object _ = QueueCalls.resultOf(other::get);
    }

    private void takeAndPutBack() {
      boolean _ =
          watch.ends(
              0,
              () -> {
                interrupt.begins();
                try {
                  int item = sample % 4 < 2 ? queue.take() : queue.poll(QueueCalls.LONG);
                  QueueCalls.offer(queue, item);
                } catch (InterruptedException leave) {
                  if (!interrupt.isComing()) {
                    throw leave;
                  }
                }
              });
      interrupt.clear();
    }

    @Actor
    public void other(IZ_Result r) {
      watch.awaitParked(1);
      boolean _ =
          watch.ends(
              2,
              () -> {
                r.r2 = sample % 2 == 0;
                if (r.r2) {
                  interrupt.send();
                }
                queue.put(1);
                if (!r.r2) {
                  interrupt.send();
                }
              });
    }
  }
}
