/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A consumer is woken for an item, and another thread takes it first: does the woken one look
 * again?
 *
 * <p>A signal says that there was an item, not that there is one. With {@code if} in place of
 * {@code while} the consumer leaves with nothing:
 *
 * <pre>{@code
 * Consumer               Other
 * empty: wait
 *                        put 1, signal
 *                        take 1
 * woken: take nothing
 *                        put 2
 * }</pre>
 *
 * <p>In every second sample the consumer waits with a limit that is far away. Source: API of {@link
 * java.util.concurrent.locks.Condition}, which asks for a loop.
 */
@Blocking
@Nightly
public class QueueSecondLook {

  @JCStressTest
  @Outcome(
      id = {"2, 1", "1, 0"},
      expect = ACCEPTABLE,
      desc = "Each item went to one: the consumer waited on, or was faster.")
  @Outcome(id = "0, 1", expect = FORBIDDEN, desc = "The consumer did not wait for an item.")
  @Outcome(expect = FORBIDDEN, desc = "An item came twice, or a thread was not woken.")
  @State
  public static class $Name {

    private static int samples;

    private final boolean limited = samples++ % 2 == 0;
    private final Channel<Integer> queue = $subject;
    private final Watch watch = new Watch(2);

    @Actor
    public void consumer(II_Result r) {
      boolean _ = watch.ends(0, () -> r.r1 = QueueCalls.number(take()));
    }

    private Integer take() throws InterruptedException {
      return limited ? queue.poll(QueueCalls.LONG) : queue.take();
    }

    @Actor
    public void other(II_Result r) {
      watch.awaitWaiting(0);
      boolean _ =
          watch.ends(
              1,
              () -> {
                queue.put(1);
                r.r2 = QueueCalls.poll(queue);
                QueueCalls.dally();
                queue.put(2);
              });
    }
  }
}
