/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link BothSeeWrites} for meetings that are known to be too early. */
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = BothSeeWrites.SEEN)
@Outcome(id = "0, 1", expect = ACCEPTABLE_INTERESTING, desc = BothSeeWrites.FIRST_MISSED)
@Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = BothSeeWrites.SECOND_MISSED)
@Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = BothSeeWrites.BOTH_MISSED)
@Outcome(expect = FORBIDDEN, desc = BothSeeWrites.IMPOSSIBLE)
public final class MayMissWrites {

  private MayMissWrites() {}
}
