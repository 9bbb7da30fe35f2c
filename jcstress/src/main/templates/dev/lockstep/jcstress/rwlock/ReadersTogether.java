/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.rwlock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.rwlock.ReadWrite;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A reader is inside, no writer is there, and another reader wants to come in without waiting: may
 * it?
 *
 * <p>The first reader stays until the second has tried, so both are inside at the same time, in
 * every sample. The second tries instead of waiting: where readers keep each other out, each would
 * wait for the other.
 */
@Blocking
@Nightly
public class ReadersTogether {

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE, desc = "Both were inside.")
  @Outcome(id = "false", expect = FORBIDDEN, desc = "A reader was kept out by a reader.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final ReadWrite lock = $subject;
    private volatile boolean isInside;
    private volatile boolean hasTried;

    @Actor
    public void first() {
      long _ = lock.read(this::stay);
    }

    private long stay() {
      isInside = true;
      while (!hasTried) {
        Thread.onSpinWait();
      }
      return 0;
    }

    @Actor
    public void second(Z_Result r) {
      while (!isInside) {
        Thread.onSpinWait();
      }
      try {
        r.r1 = lock.tryRead(() -> {});
      } finally {
        hasTried = true;
      }
    }
  }
}
