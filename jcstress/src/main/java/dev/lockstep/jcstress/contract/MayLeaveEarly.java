/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link AllFourUpdates} for locks that are known to open at the first unlock. */
@Outcome(id = "4", expect = ACCEPTABLE, desc = AllFourUpdates.KEPT)
@Outcome(
    id = {"1", "2", "3"},
    expect = ACCEPTABLE_INTERESTING,
    desc = AllFourUpdates.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = AllFourUpdates.IMPOSSIBLE)
public final class MayLeaveEarly {

  private MayLeaveEarly() {}
}
