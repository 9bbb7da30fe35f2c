/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
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

  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "A got the permit.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "B got the permit.")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "There was one permit, and both got it.")
  @Outcome(expect = FORBIDDEN, desc = "A free permit was refused to both.")
  @State
  public static class $Name {

    private final Permits permits = $subject.free(1);

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = permits.tryAcquire();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = permits.tryAcquire();
    }
  }
}
