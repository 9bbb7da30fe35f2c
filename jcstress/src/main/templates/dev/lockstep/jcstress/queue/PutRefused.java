/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A producer waits for room, and the queue is closed: is the producer told, instead of waiting for
 * room that it could not use?
 *
 * <p>Nothing may be put behind a sentinel. A close that wakes consumers only leaves the producer
 * asleep:
 *
 * <pre>{@code
 * Producer               Other
 * full: wait
 *                        close: signal consumers
 * }</pre>
 *
 * <p>Source: API of {@link ClosableQueue#close}.
 */
@Blocking
@Nightly
public class PutRefused {

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The producer was refused.")
  @Outcome(
      id = "false, false",
      expect = FORBIDDEN,
      desc = "LATE: the queue is closed, and its producer was not woken.")
  @Outcome(expect = FORBIDDEN, desc = "There was no room for this item, and it was put.")
  @State
  public static class $Name {

    private final EndingQueue<Integer> queue = $subject;
    private final Watch watch = new Watch(2);

    public $Name() {
      QueueCalls.put(queue, 1);
      QueueCalls.put(queue, 2);
    }

    @Actor
    public void producer(ZZ_Result r) {
      r.r2 =
          watch.ends(
              0,
              () -> {
                try {
                  queue.put(3);
                } catch (IllegalStateException refused) {
                  r.r1 = true;
                }
              });
    }

    @Actor
    public void other() {
      boolean _ = watch.ends(1, queue::close);
    }
  }
}
