/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.rwlock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.rwlock.ReadWrite;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A writer goes on as a reader, and another writer waits: does the first one read what it has
 * written?
 *
 * <p>It takes the read lock before it gives the write lock back, or converts the one into the
 * other. One that gives back first leaves the door open for a moment:
 *
 * <pre>{@code
 * Thread A                    Thread B
 * write lock, value = 1
 * unlock
 *                             write lock, value = 2, unlock
 * read lock, value  -> 2
 * }</pre>
 *
 * <p>The results are what A has read, twice, and what B found.
 */
@Nightly
public class Downgrade {

  @JCStressTest
  @Outcome(id = "1, 3, 0", expect = ACCEPTABLE, desc = "B wrote before A.")
  @Outcome(
      id = {"1, 3, 1", "1, 3, 3"},
      expect = ACCEPTABLE,
      desc = "B wrote after A had read.")
  @Outcome(
      id = {"2, 3, 1", "1, 2, 3"},
      expect = FORBIDDEN,
      desc = "B wrote between A's write and A's read.")
  @Outcome(expect = FORBIDDEN, desc = "No order of three writes gives this.")
  @State
  public static class $Name {

    private final ReadWrite lock = $subject;
    private volatile int value;

    @Actor
    public void actor1(III_Result r) {
      r.r1 = (int) lock.writeThenRead(() -> value = 1, () -> value);
      r.r2 = (int) lock.writeThenRead(() -> value = 3, () -> value);
    }

    @Actor
    public void actor2(III_Result r) {
      lock.write(
          () -> {
            r.r3 = value;
            value = 2;
          });
    }
  }
}
