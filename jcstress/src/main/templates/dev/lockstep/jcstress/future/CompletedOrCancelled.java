/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A future that has no work of its own is completed and cancelled at the same time: is one of the
 * two threads told that it was first, and only one?
 *
 * <p>One compare-and-set of the result decides. To ask whether the future is open and then to set
 * it is two steps: the other thread sets it in between, and both are told that they did.
 */
@Nightly
public class CompletedOrCancelled {

  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The completion was first.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The cancellation was first.")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "Both were told that they were first.")
  @Outcome(expect = FORBIDDEN, desc = "Neither was first.")
  @State
  public static class $Name {

    private final Promise promise = $subject;

    @Actor
    public void completer(ZZ_Result r) {
      r.r1 = promise.complete(42);
    }

    @Actor
    public void canceller(ZZ_Result r) {
      r.r2 = promise.cancel();
    }
  }
}
