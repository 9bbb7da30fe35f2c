/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread gives a lock back that another one has given back already: is it refused, and is the
 * lock as before?
 *
 * <p>A lock that takes any unlock for the one that it waits for is open to two threads afterwards,
 * or to none:
 *
 * <pre>{@code
 * Holder                      Other
 * lock
 * unlock
 *                             unlock: serve the next ticket
 * lock: draw a ticket that
 *   was served before
 * }</pre>
 *
 * <p>Source: API of {@link Lock#unlock}, which leaves it to the lock to look, and of each lock,
 * which says that it does.
 */
@Blocking
@Nightly
public class UnlockRefused {

  @JCStressTest
  @Outcome(id = "REFUSED, FREE", expect = ACCEPTABLE, desc = "It was refused, and nothing else.")
  @Outcome(
      id = {"TAKEN, FREE", "TAKEN, LOST"},
      expect = FORBIDDEN,
      desc = "The lock was given back twice.")
  @Outcome(expect = FORBIDDEN, desc = "It was refused, and the lock is lost.")
  @State
  public static class $Name {

    private final Lock lock = $subject;
    private volatile boolean isFree;

    @Actor
    @SuppressWarnings("LockNotBeforeTry") // nothing comes in between
    public void holder() {
      lock.lock();
      lock.unlock();
      isFree = true;
    }

    @Actor
    @SuppressWarnings("UnlockMethod") // that is the question
    public void other(LL_Result r) {
      while (!isFree) {
        Thread.onSpinWait();
      }
      try {
        lock.unlock();
        r.r1 = "TAKEN";
      } catch (IllegalMonitorStateException refused) {
        r.r1 = "REFUSED";
      }
    }

    @Arbiter
    public void arbiter(LL_Result r) {
      r.r2 = lock.tryLock() ? "FREE" : "LOST";
    }
  }
}
