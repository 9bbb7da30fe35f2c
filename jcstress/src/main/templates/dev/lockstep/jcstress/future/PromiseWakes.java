/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * One thread begins to wait for a value while the other sets it: does the wait end, with the value,
 * and not before?
 *
 * <p>A thread that goes to sleep has found just before that there is no value yet, and has put
 * itself on the list of those to be woken. It must look again in between, or a completion that came
 * meanwhile wakes nobody:
 *
 * <pre>{@code
 * Waiter                      Completer
 * done?  -> false
 *                             done = true
 *                             wake all on the list: nobody
 * list += me
 * sleep
 * }</pre>
 *
 * <p>The waiter learns from each sample when the value comes, and begins to wait just then.
 */
@Blocking
public class PromiseWakes {

  @JCStressTest
  @Outcome(id = "WOKEN", expect = ACCEPTABLE, desc = "The value was set after the wait began.")
  @Outcome(id = "FOUND", expect = ACCEPTABLE, desc = "The value was there before the wait began.")
  @Outcome(id = "EARLY", expect = FORBIDDEN, desc = "The wait ended without the value.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "The value is there, and the thread sleeps on.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody set.")
  @State
  public static class $Name {

    private static final AdaptiveDelay DELAY = new AdaptiveDelay(1);

    private final Promise promise = $subject;
    private final Watch watch = new Watch(2);
    private volatile boolean begun;
    private volatile boolean completing;
    private int value;

    @Actor
    public void waiter(L_Result r) {
      begun = true;
      DELAY.pause();
      boolean found = completing;
      boolean ended = watch.ends(0, () -> value = promise.get());
      r.r1 =
          !ended
              ? "LATE"
              : value == 0 ? "EARLY" : value != 42 ? "WRONG" : found ? "FOUND" : "WOKEN";
      DELAY.adjust(!found);
    }

    @Actor
    public void completer() {
      while (!begun) {
        Thread.onSpinWait();
      }
      completing = true;
      boolean _ = watch.ends(1, () -> promise.complete(42));
    }
  }
}
