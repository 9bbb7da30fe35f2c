/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.ExpectedInterrupt;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for a condition. One signal is sent, and at the same moment the first of them is
 * interrupted: does the signal reach the other, if the first leaves?
 *
 * <p>A thread that was interrupted first leaves with an exception, and the signal goes to the next
 * one. A thread that was signalled first returns as if nothing else had happened, and stays
 * interrupted (API of {@link Condition#await()}, "Implementation Considerations": an implementation
 * may prefer the exception, and must then see to it that another waiting thread gets the signal).
 * One that was signalled and leaves with an exception takes the signal along:
 *
 * <pre>{@code
 * Waiter 1               Waiter 2               Sender
 * await                  await
 *                                               permits = 1, signal 1
 *                                               interrupt 1
 * woken, is interrupted: leave
 * }</pre>
 *
 * <p>A first waiter that goes on gives the permit back. Signal and interrupt come in both orders.
 */
@Blocking
@Nightly
public class ConditionInterrupted {

  private static final ExecutorService FIRST =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  @JCStressTest
  @Outcome(id = "WOKEN, true", expect = ACCEPTABLE, desc = "First the interrupt, then the signal.")
  @Outcome(id = "WOKEN, false", expect = ACCEPTABLE, desc = "First the signal, then the interrupt.")
  @Outcome(
      id = {"LATE, true", "LATE, false"},
      expect = FORBIDDEN,
      desc = "The permit is there, and the thread that still waits for it sleeps on.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static int samples;

    private final Lock lock = $subject;
    private final Condition changed = lock.newCondition();
    private final Watch watch = new Watch(3);
    private final ExpectedInterrupt interrupt = new ExpectedInterrupt();
    private int permits;

    @Actor
    public void waiters(LZ_Result r) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(this::takeAndGiveBack, FIRST);
      watch.awaitParked(0);
      r.r1 = watch.ends(1, this::take) ? "WOKEN" : "LATE";
      first.join();
    }

    private void takeAndGiveBack() {
      boolean _ =
          watch.ends(
              0,
              () -> {
                interrupt.begins();
                try {
                  take();
                  give();
                } catch (InterruptedException leave) {
                  if (!interrupt.isComing()) {
                    throw leave;
                  }
                }
              });
      interrupt.clear();
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

    private void give() {
      lock.lock();
      try {
        permits++;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void sender(LZ_Result r) {
      watch.awaitParked(1);
      r.r2 = samples++ % 2 == 0;
      boolean _ =
          watch.ends(
              2,
              () -> {
                if (r.r2) {
                  interrupt.send();
                }
                give();
                if (!r.r2) {
                  interrupt.send();
                }
              });
    }
  }
}
