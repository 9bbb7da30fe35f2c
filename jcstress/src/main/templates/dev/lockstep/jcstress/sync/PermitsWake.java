/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for a permit, and two are given back at once: does each thread go on?
 *
 * <p>The second release may come before the first thread has run: it must not take that thread for
 * its own. {@link java.util.concurrent.Semaphore} leaves it to the thread that goes on to wake the
 * next one if permits are left.
 *
 * <p>The second waiting thread is another one than the actor's own.
 */
@Blocking
@Nightly
public class PermitsWake {

  private static final ExecutorService SECOND =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  @JCStressTest
  @Outcome(id = "BOTH", expect = ACCEPTABLE, desc = "Both threads were woken.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "A permit is free, and a thread sleeps on.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final Permits permits = $subject.free(0);
    private final Watch watch = new Watch(3);

    @Actor
    public void waiters(L_Result r) {
      CompletableFuture<Boolean> second =
          CompletableFuture.supplyAsync(() -> watch.ends(1, permits::acquire), SECOND);
      boolean first = watch.ends(0, permits::acquire);
      r.r1 = second.join() && first ? "BOTH" : "LATE";
    }

    @Actor
    public void releaser() {
      watch.awaitParked(0);
      watch.awaitParked(1);
      boolean _ =
          watch.ends(
              2,
              () -> {
                permits.release();
                permits.release();
              });
    }
  }
}
