/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link LooksAgain} for queues that are known to look once. */
@Outcome(id = "1, -1, 2", expect = ACCEPTABLE, desc = LooksAgain.FIRST)
@Outcome(id = "2, 1, -1", expect = ACCEPTABLE, desc = LooksAgain.SECOND)
@Outcome(id = "-1, 1, 2", expect = ACCEPTABLE_INTERESTING, desc = LooksAgain.NOTHING)
@Outcome(expect = FORBIDDEN, desc = LooksAgain.IMPOSSIBLE)
public final class MayLeaveWithNothing {

  private MayLeaveWithNothing() {}
}
