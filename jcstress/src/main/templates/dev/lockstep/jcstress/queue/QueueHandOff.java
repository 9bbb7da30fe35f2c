/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/**
 * A producer fills a queue with two places again and again, a consumer takes four items: do they
 * come, in order, and is nobody forgotten who waits for an item or for room?
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
  @Outcome(id = "1234, true", expect = ACCEPTABLE, desc = "All four came, in order.")
  @Outcome(
      id = {
        "0, false",
        "1000, false",
        "1200, false",
        "1230, false",
        "1234, false",
        "0, true",
        "1000, true",
        "1200, true",
        "1230, true"
      },
      expect = FORBIDDEN,
      desc = "LATE: a thread was not woken for what it waits for.")
  @Outcome(
      id = {
        "1243, true",
        "1324, true",
        "1342, true",
        "2134, true",
        "2143, true",
        "2314, true",
        "2341, true"
      },
      expect = FORBIDDEN,
      desc = "OVERTAKEN: an item came before one that was put earlier.")
  @Outcome(expect = FORBIDDEN, desc = "An item is missing, or came twice.")
  @State
  public static class $Name {

    private final Channel<Integer> queue = QueueCalls.worn($subject);
    private final Watch watch = new Watch(2);

    @Actor
    public void producer(IZ_Result r) {
      r.r2 =
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
    }

    @Actor
    public void consumer(IZ_Result r) {
      int[] taken = new int[4];
      boolean _ =
          watch.ends(
              1,
              () -> {
                taken[0] = queue.take();
                taken[1] = queue.take();
                taken[2] = queue.take();
                taken[3] = queue.take();
              });
      r.r1 = 1000 * taken[0] + 100 * taken[1] + 10 * taken[2] + taken[3];
    }
  }
}
