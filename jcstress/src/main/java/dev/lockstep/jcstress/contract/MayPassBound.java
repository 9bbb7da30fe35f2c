/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link BoundKept} for queues that are known to look once. */
@Outcome(id = "0", expect = ACCEPTABLE, desc = BoundKept.KEPT)
@Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = BoundKept.PASSED)
@Outcome(expect = FORBIDDEN, desc = BoundKept.IMPOSSIBLE)
public final class MayPassBound {

  private MayPassBound() {}
}
