/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link TwoInside} for semaphores that are known to let in too many. */
@Outcome(id = "1", expect = ACCEPTABLE, desc = TwoInside.ONE)
@Outcome(id = "2", expect = ACCEPTABLE, desc = TwoInside.TWO)
@Outcome(id = "3", expect = ACCEPTABLE_INTERESTING, desc = TwoInside.THREE)
@Outcome(expect = FORBIDDEN, desc = TwoInside.IMPOSSIBLE)
public final class MayBeThreeInside {

  private MayBeThreeInside() {}
}
