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
 * Two producers wait for room. A consumer makes room for one, and at the same moment the first of
 * them is interrupted: does the second one get the place?
 *
 * <p>This is {@link QueueInterrupts} for the other side. A producer that was chosen for the place
 * and leaves nevertheless takes the wake-up along:
 *
 * <pre>{@code
 * Producer 1             Producer 2             Consumer
 * full: wait             full: wait
 *                                               take: signal 1
 *                                               interrupt 1
 * woken, is interrupted: leave
 * }</pre>
 *
 * <p>A first producer that stays puts its item and makes room again. Room and interrupt come in
 * both orders, and in half of the samples the first producer waits with a limit that is far away.
 * It is another thread than the actor's own.
 */
@Blocking
@Nightly
public class QueueInterruptsPut {

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "First the interrupt, then the room.")
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "First the room, then the interrupt.")
  @Outcome(
      id = {"false, true", "false, false"},
      expect = FORBIDDEN,
      desc = "LATE: there is room, and the producer that still waits for it was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private static int samples;

    private final int sample = samples++;
    private final Channel<Integer> queue = QueueCalls.full($subject);
    private final Watch watch = new Watch(3);
    private final ExpectedInterrupt interrupt = new ExpectedInterrupt();

    public $Name() {
      int _ = QueueCalls.poll(queue);
      QueueCalls.offer(queue, 1);
    }

    @Actor
    public void producers(ZZ_Result r) {
      Future<?> other = QueueCalls.OTHER_THREAD.submit(this::putAndMakeRoom);
      watch.awaitWaiting(0);
      r.r1 = watch.ends(1, () -> queue.put(3));
      Object _ = QueueCalls.resultOf(other::get);
    }

    private void putAndMakeRoom() {
      boolean _ =
          watch.ends(
              0,
              () -> {
                interrupt.begins();
                try {
                  if (sample % 4 < 2) {
                    queue.put(2);
                  } else {
                    boolean _ = queue.offer(2, QueueCalls.LONG);
                  }
                  int _ = QueueCalls.poll(queue);
                } catch (InterruptedException leave) {
                  if (!interrupt.isComing()) {
                    throw leave;
                  }
                }
              });
      interrupt.clear();
    }

    @Actor
    public void consumer(ZZ_Result r) {
      watch.awaitParked(1);
      boolean _ =
          watch.ends(
              2,
              () -> {
                r.r2 = sample % 2 == 0;
                if (r.r2) {
                  interrupt.send();
                }
                Integer _ = queue.take();
                if (!r.r2) {
                  interrupt.send();
                }
              });
    }
  }
}
