/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.counter.Counter;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads increment one counter three times each: is any increment lost?
 *
 * <p>Without a lock B's set can come between A's get and A's set, and is set over:
 *
 * <pre>{@code
 * Thread A            Thread B            count
 * get  -> 0                               0
 *                     get  -> 0           0
 *                     set 1               1
 * set 1                                   1, and B's increment is gone
 * }</pre>
 *
 * <p>Under a lock the three steps of A come before or after those of B, and the earlier unlock
 * happens-before the later lock (of a monitor JLS 17.4.5, of other locks the API of {@link
 * java.util.concurrent.locks.Lock}, "Memory Synchronization"). A compare-and-set that fails tries
 * again; each thread counts three times, so that a loop that forgets to look again after its first
 * failure is found out, too.
 */
public class LockedCounter {

  @JCStressTest
  @Outcome(
      id = "6",
      expect = ACCEPTABLE,
      desc = "Each increment read what the one before it wrote.")
  @Outcome(
      id = {"5", "4", "3", "2"},
      expect = FORBIDDEN,
      desc = "An increment was set over another one, which is lost.")
  @Outcome(expect = FORBIDDEN, desc = "No order of six increments gives this.")
  @State
  public static class $Name {

    private final Counter counter = $subject;
    private final Counter mine = counter.local();
    private final Counter yours = counter.local();

    @Actor
    public void actor1() {
      mine.increment(1);
      mine.increment(1);
      mine.increment(1);
    }

    @Actor
    public void actor2() {
      yours.increment(1);
      yours.increment(1);
      yours.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }
}
