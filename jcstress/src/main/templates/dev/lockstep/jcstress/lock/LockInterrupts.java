/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.ExpectedInterrupt;
import dev.lockstep.jcstress.watch.Patience;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits for a lock that nobody gives back and is interrupted: does its wait end?
 *
 * <p>{@link Lock#lock} is deaf to that, and {@link Lock#lockInterruptibly} must not be:
 *
 * <pre>{@code
 * Holder                      Waiter
 * lock
 *                             lockInterruptibly: wait
 * interrupt the waiter
 * wait until it has left
 * }</pre>
 *
 * <p>In every second sample the waiter has a limit, too, which is far away. {@link Patience} says
 * how long the holder waits.
 */
@Blocking
@Nightly
public class LockInterrupts {

  @JCStressTest
  @Outcome(id = "HEARD", expect = ACCEPTABLE, desc = "The waiter left, interrupted.")
  @Outcome(id = "DEAF", expect = FORBIDDEN, desc = "The waiter goes on waiting.")
  @Outcome(expect = FORBIDDEN, desc = "The waiter got the lock beside the holder.")
  @State
  public static class $Name {

    private static final Patience PATIENCE = new Patience();

    private static int samples;

    private final boolean hasLimit = samples++ % 2 == 0;
    private final Lock lock = $subject;
    private final ExpectedInterrupt interrupt = new ExpectedInterrupt();
    private volatile boolean isHeld;
    private volatile boolean hasCome;
    private volatile boolean hasLeft;
    private boolean isDeaf;
    private boolean gotIt;

    @Actor
    public void holder() {
      lock.lock();
      try {
        isHeld = true;
        while (!hasCome) {
          Thread.onSpinWait();
        }
        interrupt.send();
        isDeaf = !PATIENCE.sees(() -> hasLeft);
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void waiter() {
      while (!isHeld) {
        Thread.onSpinWait();
      }
      interrupt.begins();
      hasCome = true;
      try {
        if (hasLimit) {
          gotIt = lock.tryLock(1, TimeUnit.DAYS);
        } else {
          lock.lockInterruptibly();
          gotIt = true;
        }
      } catch (InterruptedException heard) {
        hasLeft = true;
      }
      if (gotIt) {
        lock.unlock();
      }
      interrupt.clear();
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = isDeaf ? "DEAF" : hasLeft ? "HEARD" : "GOT IT";
    }
  }
}
