/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The mirror of {@link NothingLeft} for queues that are known to count what is done in two steps.
 */
@Outcome(id = "0", expect = ACCEPTABLE, desc = NothingLeft.NONE)
@Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = NothingLeft.ONE)
@Outcome(expect = FORBIDDEN, desc = NothingLeft.IMPOSSIBLE)
public final class MayLeaveOne {

  private MayLeaveOne() {}
}
