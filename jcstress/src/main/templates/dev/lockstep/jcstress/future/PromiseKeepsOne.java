/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A future is completed and cancelled at the same time: is the value kept or the cancellation, and
 * was the cancelling thread told the truth?
 *
 * <p>A task that runs may still be cancelled, but then its value is thrown away: if {@code cancel}
 * says true, there is no value, and if it says false, there is one. One compare-and-set, or one
 * monitor, decides. A task of a group is done only when its work has ended; a thread that gets its
 * value waits for that.
 *
 * <p>The results are what the completing thread was told, what the cancelling one was told, and
 * whether there is a value in the end. "true" for the first says of a task that its work was done,
 * not that its value was kept.
 */
@Nightly
public class PromiseKeepsOne {

  @JCStressTest
  @Outcome(id = "true, false, true", expect = ACCEPTABLE, desc = "The value came first.")
  @Outcome(
      id = {"false, true, false", "true, true, false"},
      expect = ACCEPTABLE,
      desc = "The cancellation came first, or while the work was being done.")
  @Outcome(
      id = "true, true, true",
      expect = FORBIDDEN,
      desc = "The thread was told that it has cancelled, and there is a value.")
  @Outcome(expect = FORBIDDEN, desc = "What is kept is not what anybody was told.")
  @State
  public static class $Name {

    private final Promise promise = $subject;

    @Actor
    public void completer(ZZZ_Result r) {
      r.r1 = promise.complete(42);
    }

    @Actor
    public void canceller(ZZZ_Result r) {
      r.r2 = promise.cancel();
    }

    @Arbiter
    public void arbiter(ZZZ_Result r) {
      r.r3 = PromiseCalls.hasValue(promise);
    }
  }
}
