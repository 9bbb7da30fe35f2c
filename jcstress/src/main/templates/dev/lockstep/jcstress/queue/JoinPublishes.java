/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A worker writes its result and says that the item is done; another thread joins and reads: does
 * it see the result?
 *
 * <p>What a thread did before {@code taskDone} happens-before what another one does after the join
 * that this call released: both hold the same lock (API of {@link java.util.concurrent.locks.Lock},
 * "Memory Synchronization").
 *
 * <p>The question is memory order, and the result a plain field: the sibling waits as well, but by
 * opaque accesses to the count. x86 keeps stores in order and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Blocking
@Nightly
public class JoinPublishes {

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The thread that joined sees the result.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "The work is done, and its result is not seen.")
  @Outcome(expect = FORBIDDEN, desc = "A result that nobody wrote.")
  @State
  public static class $Name {

    private final TaskQueue<Integer> queue = $subject;
    private int result;

    public $Name() {
      QueueCalls.put(queue, 1);
    }

    @Actor
    public void worker() {
      result = 1;
      queue.taskDone();
    }

    @Actor
    public void joiner(I_Result r) {
      QueueCalls.uninterrupted(queue::join);
      r.r1 = result;
    }
  }
}
