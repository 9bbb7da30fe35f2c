/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread writes a plain field and completes a future; another gets the value and reads the field:
 * does it see what was written?
 *
 * <p>What was done before the completion happens-before what follows {@code get} (API of {@link
 * java.util.concurrent.Future}, "Memory consistency effects"); {@code isDone} promises no such
 * thing. A completable future is completed by a compare-and-set, a task by a volatile write of its
 * state, a task of a group under its monitor.
 *
 * <p>The question is memory order, not waiting: the sibling waits as well, but for an opaque write,
 * which may arrive before the field. x86 keeps stores in order, and loads, and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Blocking
@Nightly
public class PromisePublishes {

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The write happened-before the read: it is seen.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "The value was there, and the write is not seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private final Promise promise = $subject;
    private int field;

    @Actor
    public void completer() {
      field = 1;
      boolean _ = promise.complete(42);
    }

    @Actor
    public void waiter(I_Result r) {
      int _ = PromiseCalls.get(promise);
      r.r1 = field;
    }
  }
}
