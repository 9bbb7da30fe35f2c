/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A worker goes to sleep while its pool sends a byte: does the worker see it, or does the pool see
 * that it has to wake the worker?
 *
 * <p>The worker says that it sleeps and then looks at the ring once more, the pool stores the byte
 * and its count and then looks whether the worker sleeps. Each store may still be on its way when
 * the look behind it is done, unless a fence stands between them:
 *
 * <pre>{@code
 * Worker                    Pool
 * say that it sleeps        store the byte and the count
 * (the store is delayed)    (the store is delayed)
 * a byte?  -> no            does it sleep?  -> no
 * sleep                     go on
 * }</pre>
 *
 * <p>Then both wait for ever. It rests on {@code order.StoreBuffering}, which asks the same of bare
 * accesses, and on x86, too, a fence that is missing shows.
 */
@Nightly
public class WorkerSleeps {

  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The worker saw the byte.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The worker slept and was woken.")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "The worker was woken for nothing.")
  @Outcome(id = "false, false", expect = FORBIDDEN, desc = "The worker sleeps beside a byte.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final Sleeper sides = $subject;

    @Actor
    public void worker(ZZ_Result r) {
      r.r1 = sides.seesByteBeforeSleep();
    }

    @Actor
    public void pool(ZZ_Result r) {
      r.r2 = sides.putsAndMustRing();
    }
  }
}
