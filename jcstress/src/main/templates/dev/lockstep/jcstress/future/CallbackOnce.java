/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A callback is registered while the future is being completed: is it called, and once?
 *
 * <p>The registering thread looks again after it has put the callback on the stack. The thread that
 * takes the callback off calls it. Without that look each thinks that the other will make the call:
 *
 * <pre>{@code
 * Completer                   Registrar
 *                             done?  -> false
 * done = true
 * callback?  -> none
 *                             callback = c
 * }</pre>
 */
@Nightly
public class CallbackOnce {

  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The thread that came second made the call.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "Each thought the other would make the call.")
  @Outcome(expect = FORBIDDEN, desc = "Both made the call.")
  @State
  public static class $Name {

    private final java.util.concurrent.CompletableFuture<Integer> future = $subject;
    private final AtomicInteger calls = new AtomicInteger();

    @Actor
    public void completer() {
      boolean _ = future.complete(42);
    }

    @Actor
    public void registrar() {
      var _ = future.thenRun(calls::incrementAndGet);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = calls.get();
    }
  }
}
