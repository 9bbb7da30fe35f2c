/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import dev.lockstep.jcstress.watch.ExpectedInterrupt;
import dev.lockstep.jcstress.watch.Spin;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread waits for a lock until its time is over or it is interrupted, and just then the lock is
 * given back: is it free when both threads have left it?
 *
 * <p>The waiting thread says that it has the lock, and gives it back, or it leaves the queue. A
 * thread that leaves at the moment when it is next takes the lock along:
 *
 * <pre>{@code
 * Holder                      Waiter
 *                             its time is over
 * unlock: hand over to the
 *   one that is next
 *                             leave
 * }</pre>
 *
 * <p>In one sample of three the lock is given back when the waiter comes, in one when its time is
 * over, and in one when it has been interrupted. The holder learns from samples and comes later or
 * sooner next time. No verdict rests on who was faster: it is that a lock that nobody has must not
 * be refused.
 */
@Blocking
@Nightly
public class LockGivesUp {

  private static final int COMES = 0;
  private static final int TIME_IS_OVER = 1;
  private static final int IS_INTERRUPTED = 2;

  @JCStressTest
  @Outcome(id = "GOT IT, FREE", expect = ACCEPTABLE, desc = "The waiter got the lock.")
  @Outcome(id = "TIME OVER, FREE", expect = ACCEPTABLE, desc = "The waiter left in time.")
  @Outcome(id = "INTERRUPTED, FREE", expect = ACCEPTABLE, desc = "The waiter left, interrupted.")
  @Outcome(
      id = {"GOT IT, LOST", "TIME OVER, LOST", "INTERRUPTED, LOST"},
      expect = FORBIDDEN,
      desc = "Both have left, and the lock is refused: it was handed to a thread that is gone.")
  @Outcome(expect = FORBIDDEN, desc = "The waiter was inside beside the holder.")
  @State
  public static class $Name {

    private static final AdaptiveDelay UNTIL_TIME_IS_OVER = new AdaptiveDelay(300);
    private static final AdaptiveDelay AFTER_INTERRUPT = new AdaptiveDelay(2);

    private static int samples;

    private final Lock lock = $subject;
    private final ExpectedInterrupt interrupt = new ExpectedInterrupt();
    private final int sample = samples++;
    private volatile boolean isHeld;
    private volatile boolean hasCome;
    private volatile boolean isInside;
    private boolean gotIt;

    private int moment() {
      return sample % 3;
    }

    @Actor
    public void holder() {
      lock.lock();
      try {
        isInside = true;
        isHeld = true;
        while (!hasCome) {
          Thread.onSpinWait();
        }
        switch (moment()) {
          case TIME_IS_OVER -> UNTIL_TIME_IS_OVER.pause();
          case IS_INTERRUPTED -> {
            Spin.times(100);
            interrupt.send();
            AFTER_INTERRUPT.pause();
          }
          default -> Spin.times(sample / 3 % 8);
        }
        isInside = false;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void waiter(LL_Result r) {
      while (!isHeld) {
        Thread.onSpinWait();
      }
      interrupt.begins();
      hasCome = true;
      try {
        switch (moment()) {
          case TIME_IS_OVER -> gotIt = lock.tryLock(40, TimeUnit.MICROSECONDS);
          case IS_INTERRUPTED -> {
            lock.lockInterruptibly();
            gotIt = true;
          }
          default -> gotIt = lock.tryLock(1, TimeUnit.MILLISECONDS);
        }
        r.r1 = !gotIt ? "TIME OVER" : isInside ? "TWO INSIDE" : "GOT IT";
      } catch (InterruptedException e) {
        r.r1 = "INTERRUPTED";
      }
      if (gotIt) {
        lock.unlock();
      }
      if (moment() == IS_INTERRUPTED) {
        interrupt.clear();
      }
    }

    @Arbiter
    public void arbiter(LL_Result r) {
      switch (moment()) {
        case TIME_IS_OVER -> UNTIL_TIME_IS_OVER.adjust(gotIt);
        case IS_INTERRUPTED -> AFTER_INTERRUPT.adjust(gotIt);
        default -> {}
      }
      r.r2 = lock.tryLock() ? "FREE" : "LOST";
    }
  }
}
