/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A gate is opened and closed at once, while a thread waits at it: is the thread released?
 *
 * <pre>{@code
 * Waiter                      Keeper
 * open?  -> no, sleep
 *                             open: wake all
 *                             close
 * (awake) open?  -> no, sleep
 * }</pre>
 *
 * <p>A thread that only asks whether the gate is open comes too late. An event counts how often it
 * was set, and a waiting thread asks for that, too. In every second sample the gate is opened and
 * closed twice, so that a count which only tells odd from even is back where it was.
 */
@Blocking
@Nightly
public class GatePulse {

  @JCStressTest
  @Outcome(id = "RELEASED", expect = ACCEPTABLE, desc = "The thread has passed.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "The gate was open, and the thread sleeps on.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static int samples;

    private final Gate gate = $subject;
    private final Watch watch = new Watch(2);

    @Actor
    public void waiter(L_Result r) {
      r.r1 = watch.ends(0, gate::await) ? "RELEASED" : "LATE";
    }

    @Actor
    public void keeper() {
      watch.awaitParked(0);
      boolean _ =
          watch.ends(
              1,
              () -> {
                for (int pulse = samples++ % 2; pulse < 2; pulse++) {
                  gate.open();
                  gate.close();
                }
              });
    }
  }
}
