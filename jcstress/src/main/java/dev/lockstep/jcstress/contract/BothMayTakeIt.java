/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link OneTakesIt} for queues that are known to give an item away twice. */
@Outcome(id = "1, -1", expect = ACCEPTABLE, desc = OneTakesIt.FIRST)
@Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = OneTakesIt.SECOND)
@Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = OneTakesIt.TWICE)
@Outcome(id = "-1, -1", expect = FORBIDDEN, desc = OneTakesIt.LOST)
@Outcome(expect = FORBIDDEN, desc = OneTakesIt.IMPOSSIBLE)
public final class BothMayTakeIt {

  private BothMayTakeIt() {}
}
