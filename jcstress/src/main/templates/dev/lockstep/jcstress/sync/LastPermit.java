/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.function.BooleanSupplier;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads want the last permit: does one of them get it, and only one?
 *
 * <p>A thread that is let in without a permit is hardly ever caught in the act; that two were told
 * yes is. The permit is taken by a compare-and-set of the number of those that are left.
 */
@Nightly
public class LastPermit {

  /** With qualified names: the tests here are called like the semaphores. */
  static BooleanSupplier onePermit(SyncKind kind) {
    return switch (kind) {
      case SEMAPHORE -> new java.util.concurrent.Semaphore(1)::tryAcquire;
      case BOUNDED_SEMAPHORE -> new dev.lockstep.core.sync.BoundedSemaphore(1)::tryAcquire;
      default -> throw new IllegalArgumentException(kind + " has no permits");
    };
  }

  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "A got the permit.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "B got the permit.")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "There was one permit, and both got it.")
  @Outcome(expect = FORBIDDEN, desc = "A free permit was refused to both.")
  @State
  public static class $Name {

    private final BooleanSupplier tryAcquire = $subject;

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = tryAcquire.getAsBoolean();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = tryAcquire.getAsBoolean();
    }
  }
}
