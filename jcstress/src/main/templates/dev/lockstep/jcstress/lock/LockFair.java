/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread gives a lock back for which another one waits, and takes it again at once: has the other
 * one had it in between?
 *
 * <p>A thread that was woken needs some microseconds until it runs. A lock that is free in the
 * meantime goes to whoever comes:
 *
 * <pre>{@code
 * Holder                 Waiter
 *                        lock: sleep
 * unlock: wake
 * lock: has it
 * unlock
 *                        (awake) lock: has it
 * }</pre>
 *
 * <p>Source: API of {@link java.util.concurrent.locks.ReentrantLock}: "under contention, locks
 * favor granting access to the longest-waiting thread".
 */
@Blocking
@Nightly
public class LockFair {

  @JCStressTest
  @Outcome(id = "IN TURN", expect = ACCEPTABLE, desc = "The waiting thread had it first.")
  @Outcome(id = "OVERTAKEN", expect = FORBIDDEN, desc = "The thread that came later had it first.")
  @Outcome(expect = FORBIDDEN, desc = "A thread waits for a lock that nobody has.")
  @State
  public static class $Name {

    private final Lock lock = $subject;
    private final Watch watch = new Watch(2);
    private volatile boolean isHeld;
    private boolean hasBeenIn;
    private boolean wasFirst;

    @Actor
    public void holder(L_Result r) {
      lock.lock();
      isHeld = true;
      watch.awaitParked(1);
      lock.unlock();
      boolean ended =
          watch.ends(
              0,
              () -> {
                lock.lockInterruptibly();
                wasFirst = hasBeenIn;
                lock.unlock();
              });
      r.r1 = !ended ? "LATE" : wasFirst ? "IN TURN" : "OVERTAKEN";
    }

    @Actor
    public void waiter() {
      while (!isHeld) {
        Thread.onSpinWait();
      }
      boolean _ =
          watch.ends(
              1,
              () -> {
                lock.lockInterruptibly();
                hasBeenIn = true;
                lock.unlock();
              });
    }
  }
}
