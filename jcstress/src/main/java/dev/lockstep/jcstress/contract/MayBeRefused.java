/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The mirror of {@link CountedInTime} for queues that are known to count an item after they show
 * it.
 */
@Outcome(id = "0", expect = ACCEPTABLE, desc = CountedInTime.EARLY)
@Outcome(id = "1", expect = ACCEPTABLE, desc = CountedInTime.DONE)
@Outcome(id = "-1", expect = ACCEPTABLE_INTERESTING, desc = CountedInTime.REFUSED)
@Outcome(expect = FORBIDDEN, desc = CountedInTime.IMPOSSIBLE)
public final class MayBeRefused {

  private MayBeRefused() {}
}
