/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for one signal that stays: are both released?
 *
 * <p>{@code signalAll} wakes all waiting threads; {@code signal} wakes one, and the other sleeps
 * although what it waits for is there. A third actor would need a third CPU: the second waiter is a
 * thread of its own instead, and the sender holds its signal back until both sleep.
 */
@Blocking
@Nightly
public class TwoWaiters {

  private static final ExecutorService SECOND =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  @JCStressTest
  @Outcome(id = "BOTH", expect = ACCEPTABLE, desc = "Both threads were woken.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "One of the threads sleeps on.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final Signal signal = $subject;
    private final Watch watch = new Watch(3);

    @Actor
    public void waiters(L_Result r) {
      CompletableFuture<Boolean> second =
          CompletableFuture.supplyAsync(() -> watch.ends(1, signal::await), SECOND);
      boolean first = watch.ends(0, signal::await);
      r.r1 = second.join() && first ? "BOTH" : "LATE";
    }

    @Actor
    public void sender() {
      watch.awaitParked(0);
      watch.awaitParked(1);
      boolean _ = watch.ends(2, () -> signal.send(null));
    }
  }
}
