/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link BothOffsets} for counters that are known to lose updates. */
@Outcome(id = "11", expect = ACCEPTABLE, desc = BothOffsets.KEPT)
@Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = BothOffsets.TRAMPLED_TEN)
@Outcome(id = "10", expect = ACCEPTABLE_INTERESTING, desc = BothOffsets.TRAMPLED_ONE)
@Outcome(expect = FORBIDDEN, desc = BothOffsets.IMPOSSIBLE)
public final class MayLoseOffset {

  private MayLoseOffset() {}
}
