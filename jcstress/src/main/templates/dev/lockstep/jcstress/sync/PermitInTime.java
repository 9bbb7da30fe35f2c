/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import java.time.Duration;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits for a permit for some microseconds, and one is given back just when they are over:
 * has the thread got it, or is it free?
 *
 * <p>A thread that gives up has no permit, so it has none to give back: a {@code finally} that does
 * so makes one too many. And a permit that it has taken after all is gone if it says that it has
 * none.
 *
 * <p>The thread that gives the permit back learns from each sample, and comes later or sooner next
 * time.
 */
@Blocking
@Nightly
public class PermitInTime {

  @JCStressTest
  @Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "The thread has got the permit.")
  @Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "It came too late, and is free.")
  @Outcome(
      id = {"true, 1", "false, 2"},
      expect = FORBIDDEN,
      desc = "There is a permit that nobody gave back.")
  @Outcome(id = "false, 0", expect = FORBIDDEN, desc = "The permit is lost.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen to a permit.")
  @State
  public static class $Name {

    private static final Duration BRIEFLY = Duration.ofNanos(20_000);
    private static final AdaptiveDelay DELAY = new AdaptiveDelay(500);

    private final Permits permits = $subject.free(0);
    private volatile boolean waits;

    @Actor
    public void waiter(ZI_Result r) {
      waits = true;
      try {
        r.r1 = permits.tryAcquire(BRIEFLY);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this actor", e);
      }
      DELAY.adjust(r.r1);
    }

    @Actor
    public void releaser() {
      while (!waits) {
        Thread.onSpinWait();
      }
      DELAY.pause();
      permits.release();
    }

    @Arbiter
    public void arbiter(ZI_Result r) {
      r.r2 = permits.available();
    }
  }
}
