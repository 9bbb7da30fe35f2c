/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A consumer is interrupted while it works on an item, and the next one is there: does its loop end
 * without it?
 *
 * <p>A loop that says that an item is done and takes the next one at one go does not come by a wait
 * that would hear the interrupt. And one that hears it between the two must have finished the one
 * and not taken the other:
 *
 * <pre>{@code
 * Consumer                    Other
 * work on 1: interrupted
 *                             close
 * 1 is done
 * interrupted?  -> end
 *                             work on 2
 * }</pre>
 *
 * <p>Source: API of {@link ClosableQueue#forEach}.
 */
@Blocking
@Nightly
public class WorkInterrupted {

  @JCStressTest
  @Outcome(
      id = "INTERRUPTED, 2",
      expect = ACCEPTABLE,
      desc = "The loop ended, and nothing is lost.")
  @Outcome(id = "DEAF, 2", expect = FORBIDDEN, desc = "The loop went on.")
  @Outcome(expect = FORBIDDEN, desc = "An item is lost, or was worked on twice.")
  @State
  public static class $Name {

    private final EndingQueue<Integer> queue = $subject;
    private int worked;

    public $Name() {
      QueueCalls.put(queue, 1);
      QueueCalls.put(queue, 2);
    }

    @Actor
    public void consumer(LI_Result r) {
      try {
        queue.forEach(
            item -> {
              worked++;
              if (item == 1) {
                Thread.currentThread().interrupt();
              }
            });
        boolean _ = Thread.interrupted();
        r.r1 = "DEAF";
      } catch (InterruptedException e) {
        r.r1 = "INTERRUPTED";
      }
    }

    @Actor
    public void other() {
      queue.close();
    }

    @Arbiter
    public void arbiter(LI_Result r) {
      if (r.r1.equals("INTERRUPTED")) {
        QueueCalls.uninterrupted(() -> queue.forEach(_ -> worked++));
      }
      r.r2 = worked;
    }
  }
}
