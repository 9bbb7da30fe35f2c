/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * One permit is taken, two threads give it back: is one of them told that this is once too often?
 *
 * <p>With the platform's {@link java.util.concurrent.Semaphore} both succeed, as a release in a
 * {@code finally} does whose acquire has failed; from then on there is a permit too many, and one
 * thread too many inside. To look first does not help:
 *
 * <pre>{@code
 * A                       B
 * taken?  -> yes
 *                         taken?  -> yes
 * release
 *                         release
 * }</pre>
 *
 * <p>The question and the deed must be one compare-and-set.
 */
@Nightly
public class ReleasedOnce {

  @JCStressTest
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "A gave it back, B was refused.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "B gave it back, A was refused.")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "Both gave back what was taken once.")
  @Outcome(expect = FORBIDDEN, desc = "Both were refused.")
  @State
  public static class $Name {

    private final Signal permit = $subject;

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = release();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = release();
    }

    private boolean release() {
      try {
        permit.send(null);
        return true;
      } catch (IllegalStateException onceTooOften) {
        return false;
      }
    }
  }
}
