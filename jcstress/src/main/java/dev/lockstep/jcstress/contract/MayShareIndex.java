/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link DistinctIndices} for counts of arrivals that are known to lose one. */
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = DistinctIndices.FIRST)
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = DistinctIndices.SECOND)
@Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = DistinctIndices.SAME)
@Outcome(expect = FORBIDDEN, desc = DistinctIndices.IMPOSSIBLE)
public final class MayShareIndex {

  private MayShareIndex() {}
}
