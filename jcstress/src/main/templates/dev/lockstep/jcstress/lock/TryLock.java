/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Spin;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads try a lock instead of waiting for it: is at most one of them inside at a time?
 *
 * <p>A thread that gets the lock adds 1 and leaves; one that is refused goes on at once. tryLock is
 * a single compare-and-set of the lock's state. A lock that looks first and takes then lets both
 * in:
 *
 * <pre>{@code
 * Thread A                    Thread B
 * held?  -> false
 *                             held?  -> false
 * held = true
 *                             held = true
 * get  -> 0                   get  -> 0
 * set 1                       set 1
 * }</pre>
 */
@Nightly
public class TryLock {

  @JCStressTest
  @Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "A held it when B tried.")
  @Outcome(id = "false, true, 1", expect = ACCEPTABLE, desc = "B held it when A tried.")
  @Outcome(
      id = "true, true, 2",
      expect = ACCEPTABLE,
      desc = "One was done before the other tried: both got it, one after the other.")
  @Outcome(
      id = "true, true, 1",
      expect = FORBIDDEN,
      desc = "Both held it at the same time, and one increment is lost.")
  @Outcome(expect = FORBIDDEN, desc = "A free lock was refused to both, or a count is made up.")
  @State
  public static class $Name {

    private final Lock lock = $subject;
    private int count;

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = tryToCount();
    }

    private boolean tryToCount() {
      if (!lock.tryLock()) {
        return false;
      }
      try {
        int seen = count;
        Spin.times(8); // time for the other thread to look
        count = seen + 1;
      } finally {
        lock.unlock();
      }
      return true;
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = count;
    }
  }
}
