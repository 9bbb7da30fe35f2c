/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A producer fills a queue with two places again and again, a consumer takes four items: do they
 * come, in order, and is a thread that waits for an item or for room ever forgotten?
 *
 * <p>An item that nobody is told of leaves a consumer asleep that has looked just before:
 *
 * <pre>{@code
 * Consumer               Producer
 * empty: wait
 *                        put 1, signal nobody
 *                        put 2, ...
 *                        full: wait
 * }</pre>
 *
 * <p>Each side may have to wait for the other, and the producer puts as many items more as there
 * are places, so that the last take of all may be the one that it waits for. The waits are those of
 * {@link java.util.concurrent.BlockingQueue#put} and {@code take}, and have no time limit; the
 * watch tells when a thread has been forgotten.
 */
@Blocking
public class QueueHandOff {

  @JCStressTest
  @Outcome(id = "in order, ended", expect = ACCEPTABLE, desc = "All four came, in order.")
  @Outcome(
      id = {"late, ended", "in order, late", "late, late"},
      expect = FORBIDDEN,
      desc = "A thread was not woken for what it waits for.")
  @Outcome(
      id = "overtaken, ended",
      expect = FORBIDDEN,
      desc = "An item came before one that was put earlier.")
  @Outcome(expect = FORBIDDEN, desc = "An item is missing, or came twice.")
  @State
  public static class $Name {

    private final Channel<Integer> queue = QueueCalls.worn($subject);
    private final Watch watch = new Watch(2);

    @Actor
    public void producer(LL_Result r) {
      boolean ended =
          watch.ends(
              0,
              () -> {
                queue.put(1);
                queue.put(2);
                queue.put(3);
                queue.put(4);
                if (queue.capacity() > 0) {
                  queue.put(5);
                  queue.put(6);
                }
              });
      r.r2 = ended ? "ended" : "late";
    }

    @Actor
    public void consumer(LL_Result r) {
      int[] taken = new int[4];
      boolean ended =
          watch.ends(
              1,
              () -> {
                taken[0] = queue.take();
                taken[1] = queue.take();
                taken[2] = queue.take();
                taken[3] = queue.take();
              });
      r.r1 = ended ? QueueCalls.order(taken) : "late";
    }
  }
}
