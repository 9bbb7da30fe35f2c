/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for a condition of one lock, and what they wait for comes for both: do both go
 * on, after one call of {@code signalAll} or two of {@code signal}?
 *
 * <p>{@code signal} moves the thread that has waited longest to the queue of the lock, so that the
 * next {@code signal} finds the other one, whether or not the first has run meanwhile ({@link
 * java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject#signal}). The samples
 * change between the two calls. The second waiter is a thread of its own, and the sender begins
 * when both sleep.
 */
@Blocking
@Nightly
public class ConditionWakes {

  private static final ExecutorService SECOND =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  @JCStressTest
  @Outcome(id = "BOTH, ALL", expect = ACCEPTABLE, desc = "One call of signalAll woke both.")
  @Outcome(id = "BOTH, EACH", expect = ACCEPTABLE, desc = "Two calls of signal woke one each.")
  @Outcome(id = "LATE, ALL", expect = FORBIDDEN, desc = "A thread sleeps on after signalAll.")
  @Outcome(id = "LATE, EACH", expect = FORBIDDEN, desc = "A thread sleeps on after two signals.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static int samples;

    private final Lock lock = $subject;
    private final Condition changed = lock.newCondition();
    private final Watch watch = new Watch(3);
    private int permits;

    @Actor
    public void waiters(LL_Result r) {
      CompletableFuture<Boolean> second =
          CompletableFuture.supplyAsync(() -> watch.ends(1, this::take), SECOND);
      boolean first = watch.ends(0, this::take);
      r.r1 = second.join() && first ? "BOTH" : "LATE";
    }

    private void take() throws InterruptedException {
      lock.lock();
      try {
        while (permits == 0) {
          changed.await();
        }
        permits--;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void sender(LL_Result r) {
      watch.awaitParked(0);
      watch.awaitParked(1);
      boolean all = samples++ % 2 == 0;
      r.r2 = all ? "ALL" : "EACH";
      boolean _ =
          watch.ends(
              2,
              () -> {
                if (all) {
                  give(2, changed::signalAll);
                } else {
                  give(1, changed::signal);
                  give(1, changed::signal);
                }
              });
    }

    private void give(int more, Runnable call) {
      lock.lock();
      try {
        permits += more;
        call.run();
      } finally {
        lock.unlock();
      }
    }
  }
}
